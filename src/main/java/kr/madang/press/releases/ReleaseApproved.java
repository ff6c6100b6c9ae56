package kr.madang.press.releases;

import java.util.UUID;

/** A release may go out (보도자료 결재 완료): at once, unless its embargo says otherwise. */
record ReleaseApproved(UUID release) {}
