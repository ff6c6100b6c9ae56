/**
 * The interface for other programs (연계 발송): keys, each approved once for what it may say, and messages that go out as singles do. A key
 * is never kept, only its hash; every call is counted, limited and recorded by key.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.api;
