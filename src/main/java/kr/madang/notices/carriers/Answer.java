package kr.madang.notices.carriers;

/** What a carrier says of one parcel (발송 응답). */
public sealed interface Answer {
    /** It took the parcel. @param id by which it knows the message; empty when it gave none */
    record Handed(String id) implements Answer {}

    /** It did not take the parcel and says why. @param forGood whether another attempt would be refused as well */
    record Rejected(String code, boolean forGood) implements Answer {}

    /** It did not take the parcel because it has too much to do; the parcel waits. */
    record Throttled(String code) implements Answer {}

    /** The parcel surely never left the office; it waits. */
    record Unsent(String why) implements Answer {}

    /** The parcel left the office and nobody said what became of it. Never sent again by itself. */
    record Unknown(String why) implements Answer {}

    /** Asked about the parcel, the carrier has never seen it. */
    record NotReceived() implements Answer {}

    /** Whether the carrier spoke of this parcel, so that nothing about it is open. */
    default boolean certain() {
        return switch (this) {
            case Handed _, Rejected _, Throttled _, NotReceived _ -> true;
            case Unsent _, Unknown _ -> false;
        };
    }
}
