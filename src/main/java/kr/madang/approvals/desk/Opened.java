package kr.madang.approvals.desk;

import kr.madang.approvals.line.Paper;

/** A paper as it stands, its row locked until the end of the transaction (처리 중인 문서). */
record Opened(Held held, Paper paper) {}
