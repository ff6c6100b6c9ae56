package kr.madang.notices.carriers.push;

/** Hears of browsers that took their subscription back (구독 해지 통지): nothing arrives there any more. */
@FunctionalInterface
public interface Gone {
    void gone(Subscription subscription);
}
