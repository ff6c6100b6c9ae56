package kr.madang.press;

import java.util.Locale;

/** The class of an outlet (매체 구분), as the council report counts coverage. */
public enum Tier {
    /** 중앙방송. */
    CENTRAL_BROADCAST,
    /** 지역방송. */
    REGIONAL_BROADCAST,
    /** 중앙일간지·통신사. */
    CENTRAL_DAILY,
    /** 광역·지역신문과 인터넷. */
    REGIONAL_ONLINE;

    /** As figures name it, e.g. {@code central_broadcast}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its name. */
    public String code() {
        return "press.tier." + key();
    }
}
