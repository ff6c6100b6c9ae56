package kr.madang.notices.recipients.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file can mean (열의 뜻), found by the names such files give it. */
public enum Field {
    PHONE("휴대전화", "휴대폰", "휴대폰번호", "휴대전화번호", "핸드폰", "전화번호", "연락처", "수신번호", "mobile", "phone", "hp"),
    EMAIL("전자우편", "이메일", "메일", "이메일주소", "전자우편주소", "email", "e-mail"),
    DONG("동", "행정동", "거주동", "거주지", "동이름", "dong"),
    AGE("연령대", "연령", "나이", "age"),
    TOPICS("관심분야", "분야", "관심", "topics"),
    AGREED("동의", "동의여부", "수신동의", "공익동의", "수신동의여부", "agreed"),
    ADVERTISING("광고동의", "광고수신동의", "광고", "마케팅동의", "advertising"),
    NIGHT("야간동의", "야간광고동의", "야간", "night"),
    GIVEN("동의일", "동의일자", "동의일시", "신청일", "가입일", "등록일", "given"),
    SOURCE("동의출처", "출처", "동의경로", "신청경로", "source");

    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    public String code() {
        return "notices.column." + name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> of(String head) {
        var plain = head.replaceAll("[\\s()（）*_·]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.names.contains(plain)).findFirst();
    }

    public static Optional<Field> ofWord(String word) {
        return Arrays.stream(values()).filter(f -> f.name().equals(word)).findFirst();
    }
}
