package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisingRulesTests {
    private static final Sender OFFICE =
            new Sender("마당구청", SenderNumber.of("02-2670-3114"), PhoneNumber.of("080-234-5678"));
    private static final String GOOD = "(광고)마당구청 가을 장터를 엽니다.\n문의 02-2670-3114\n무료수신거부 080-234-5678";

    private static List<Finding> found(String text) {
        return AdvertisingRules.check(Letter.sms(Kind.ADVERTISING, text), OFFICE);
    }

    private static List<Check> checks(String text) {
        return found(text).stream().map(Finding::check).toList();
    }

    private static List<Check> others(String text) {
        return AdvertisingRules.check(Letter.sms(Kind.PUBLIC, text), OFFICE).stream()
                .map(Finding::check)
                .toList();
    }

    private static String mended(String text) {
        return Finding.mend(text, found(text));
    }

    @Test
    void goodAdvertisingHasNoFindings() {
        assertThat(found(GOOD)).isEmpty();
        assertThat(found(GOOD + "\n")).isEmpty();
        assertThat(found(GOOD.replace("무료수신거부 080-234-5678", "무료 거부: 080 234 5678")))
                .isEmpty();
        assertThat(found(GOOD.replace("마당구청", " 마당 구청"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(광 고)",
                "( 광고 )",
                "(광.고)",
                "(광/고)",
                "[광고]",
                "<광고>",
                "（광고）",
                "【광고】",
                "{광고}",
                "\"광고\"",
                "(\"광고\")",
                "(대출광고)",
                " (광고)",
                "\u200b(광고)",
                "(광\u200b고)",
                "(\u1100\u116a\u11bc\u1100\u1169)",
                "(廣告)",
                "(AD)",
                "(a d)",
                "(ㄱㅗㅏㅇㄱㅗ)",
                "*광고*",
                "광고)",
                "광고:",
                "(광-고)",
                "\n(광고)"
            })
    void aDisguisedMarkIsFound(String mark) {
        var text = GOOD.replace("(광고)", mark);
        assertThat(checks(text)).containsExactly(Check.AD_DISGUISED);
        assertThat(mended(text)).isEqualTo(GOOD);
    }

    @Test
    void aMissingMarkIsTold() {
        assertThat(checks(GOOD.replace("(광고)", ""))).containsExactly(Check.AD_PREFIX);
        assertThat(mended(GOOD.replace("(광고)", ""))).isEqualTo(GOOD);
        assertThat(checks(GOOD.replace("(광고)", "") + "(광고)")).contains(Check.AD_PREFIX, Check.AD_DISGUISED);
        assertThat(checks("마당구청 가을 장터(광고)\n문의 02-2670-3114\n무료수신거부 080-234-5678"))
                .containsExactly(Check.AD_PREFIX, Check.AD_DISGUISED);
    }

    @Test
    void whoSendsAndHowToReachThemIsTold() {
        assertThat(checks(GOOD.replace("마당구청 ", ""))).containsExactly(Check.AD_SENDER);
        assertThat(mended(GOOD.replace("마당구청 ", ""))).isEqualTo(GOOD);
        assertThat(checks(GOOD.replace("문의 02-2670-3114\n", ""))).containsExactly(Check.AD_CONTACT);
        assertThat(mended(GOOD.replace("문의 02-2670-3114\n", ""))).isEqualTo(GOOD);
        assertThat(checks(GOOD.replace("02-2670-3114", "1588-1234"))).isEmpty();
        assertThat(checks(GOOD.replace("02-2670-3114", "12-3456"))).containsExactly(Check.AD_CONTACT);
    }

    @Test
    void theFreeWayToRefuseEndsIt() {
        assertThat(checks("(광고)마당구청 장터 02-2670-3114")).containsExactly(Check.AD_REJECTION);
        assertThat(mended("(광고)마당구청 장터 02-2670-3114")).endsWith("\n무료수신거부 080-234-5678");
        assertThat(checks("(광고)마당구청 무료수신거부 080-234-5678\n문의 02-2670-3114")).contains(Check.AD_REJECTION_PLACE);
        assertThat(checks(GOOD.replace("080-234-5678", "02-2670-3114"))).containsExactly(Check.AD_REJECTION_NUMBER);
        assertThat(mended(GOOD.replace("080-234-5678", "02-2670-3114"))).isEqualTo(GOOD);
        assertThat(checks(GOOD.replace(" 080-234-5678", ""))).containsExactly(Check.AD_REJECTION_NUMBER);
        assertThat(mended(GOOD.replace(" 080-234-5678", ""))).isEqualTo(GOOD);
        assertThat(checks(GOOD.replace("080-234-5678", "080-999-9999"))).containsExactly(Check.AD_REJECTION_NUMBER);
        assertThat(checks(GOOD.replace("무료수신거부", "수신거부"))).contains(Check.AD_REJECTION);
    }

    @Test
    void everythingAtOnceIsMended() {
        assertThat(checks("가을 장터를 엽니다."))
                .containsExactly(Check.AD_PREFIX, Check.AD_SENDER, Check.AD_CONTACT, Check.AD_REJECTION);
        assertThat(checks("")).hasSize(4);
    }

    @Test
    void anEMailIsMarkedInItsSubject() {
        var good = new Letter(Kind.ADVERTISING, Channel.EMAIL, "(광고) 마당구 장터", "마당구청입니다. 02-2670-3114\n수신거부를 누르세요.", 0);
        assertThat(AdvertisingRules.check(good, OFFICE)).isEmpty();
        var bad = new Letter(Kind.ADVERTISING, Channel.EMAIL, "장터", "(광고) 마당구청입니다. 02-2670-3114", 0);
        assertThat(AdvertisingRules.check(bad, OFFICE))
                .extracting(Finding::check)
                .containsExactly(Check.AD_PREFIX, Check.AD_REJECTION);
    }

    @Test
    void otherKindsThatTalkLikeAdvertisingAreWarnedAbout() {
        assertThat(others("[마당구] 오늘 전 품목 50% 할인! 사은품 증정")).containsExactly(Check.AD_LOOKS);
        assertThat(others("무 료 체 험 신청하세요")).containsExactly(Check.AD_LOOKS);
        assertThat(others("특.가 판매")).containsExactly(Check.AD_LOOKS);
        assertThat(others("(광 고) 장터")).contains(Check.AD_MARKED);
        assertThat(others("광고) 장터")).contains(Check.AD_MARKED);
        assertThat(AdvertisingRules.check(Letter.sms(Kind.PUBLIC, "50% 할인 쿠폰"), OFFICE))
                .allMatch(finding -> !finding.blocking());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[마당구] 내일 10시부터 신길동에 단수가 있습니다.",
                "재산세 납부 기한은 9월 30일입니다. 문의 02-2670-3114",
                "옥외광고물 심의(옥외광고) 결과를 알려 드립니다.",
                "광고물 정비 안내: 불법 현수막을 거둡니다.",
                "예방접종 대상입니다. 보건소로 오세요.",
                "선착순 접수합니다.",
                ""
            })
    void plainNoticesAreNot(String text) {
        assertThat(others(text)).isEmpty();
    }

    @Test
    void shortLinksAreFoundAndFullOnesAreNot() {
        assertThat(AdvertisingWords.links("신청 https://bit.ly/3abc 또는 me2.do/x1"))
                .hasSize(2);
        assertThat(AdvertisingWords.links("https://www.ydp.go.kr/notice 와 rabbit.ly 를 보세요"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "(광",
                "광고",
                " ",
                "0",
                "080-",
                "무료수신거부",
                "(광고)",
                "할인",
                "\ud83d",
                "\u0316\u0301",
                "가",
                "bit.ly/"
            })
    void hostileTextsEnd(String bit) {
        var text = bit.repeat(200_000 / bit.length());
        for (var kind : Kind.values())
            assertThat(AdvertisingRules.check(Letter.sms(kind, text), OFFICE).size())
                    .isLessThan(50);
        assertThat(AdvertisingWords.links(text)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void randomTextsAreMendedOrTold() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 3_000; i++) {
            var text = Texts.random(random, 20);
            for (var finding : found(text)) {
                assertThat(finding.from()).isBetween(0, text.length());
                assertThat(finding.to()).isBetween(finding.from(), text.length());
            }
            assertThat(mended(text)).startsWith("(광고)");
        }
    }
}
