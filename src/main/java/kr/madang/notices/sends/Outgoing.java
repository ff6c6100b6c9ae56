package kr.madang.notices.sends;

import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Template;

/** What a running send says and how (나가는 글), exactly as it was approved. */
public record Outgoing(
        int send, Kind kind, Channel channel, String from, String subject, Template text, String audience) {}
