package kr.madang.kernel.news;

/** The plug of whoever carries news to people (새글 구독). */
public interface Readers {
    /** Whether anybody reads it; asked often, so the answer may be some seconds old. */
    boolean any(NewPost post);
}
