package kr.madang.press.releases.writing;

import java.util.Locale;
import java.util.UUID;

/**
 * A picture that goes with a release (사진).
 *
 * @param caption what it shows, also for those who cannot see it
 * @param credit who made it
 * @param portraits whether people in it can be recognized
 * @param consent where the consent of those people lies; empty when nobody can be recognized
 */
public record Photo(
        UUID id,
        UUID file,
        String mediaType,
        long size,
        String caption,
        String credit,
        Rights rights,
        boolean portraits,
        String consent) {
    /** Under what it may be used (이용 조건): the four kinds of the public licence (공공누리), or only for reports about the release. */
    public enum Rights {
        KOGL_1,
        KOGL_2,
        KOGL_3,
        KOGL_4,
        REPORTING;

        public String code() {
            return "press.rights." + name().toLowerCase(Locale.ROOT);
        }

        /** As documents print it. */
        public String printed() {
            return switch (this) {
                case KOGL_1 -> "공공누리 제1유형(출처표시)";
                case KOGL_2 -> "공공누리 제2유형(출처표시·상업적 이용금지)";
                case KOGL_3 -> "공공누리 제3유형(출처표시·변경금지)";
                case KOGL_4 -> "공공누리 제4유형(출처표시·상업적 이용금지·변경금지)";
                case REPORTING -> "이 보도자료의 보도에만 이용";
            };
        }
    }

    /** Whether it may leave the house: who can be recognized has agreed. */
    public boolean cleared() {
        return !portraits || !consent.isBlank();
    }
}
