package kr.madang.report.audit;

import java.util.List;
import java.util.regex.Pattern;

/** What a heading of a column or a row says about its numbers (항목의 뜻). */
enum Meaning {
    /** 합계, 총계, 계. */
    TOTAL,
    /** 소계, or 계 inside a group. */
    SUBTOTAL,
    BUDGET,
    SPENT,
    LEFT,
    PRIOR,
    CURRENT,
    CHANGE,
    CHANGE_RATE,
    RATE,
    SHARE,
    TARGET,
    RESULT,
    AUTHORIZED,
    ACTUAL,
    STAFF_GAP,
    PRICE,
    QUANTITY,
    AMOUNT,
    /** 평균, 누계, 순위, 연번, 전화번호 and all else that must never be added up. */
    APART,
    /** Anything else: a plain part. */
    PLAIN;

    private static final List<Word> WORDS = List.of(
            word(CHANGE_RATE, "증감률|증감율|증가율|증가률|신장률|신장율|증감비율|전년대비증감[률율]|증\\(△\\)감[률율]|증△감[률율]|성장률|감소율"),
            word(SHARE, "구성비|비중|점유율|점유비|구성비율|비율"),
            word(
                    RATE,
                    ".*(집행[률율]|지출[률율]|달성[률율]|진도[률율]|추진[률율]|이행[률율]|처리[률율]|완료[률율]|참여[률율]|징수[률율]|공정[률율]|보급[률율]|합격[률율]|수료[률율]|이용[률율]|가동[률율]|응답[률율]|실적[률율]|충원[률율]|해결[률율]|낙찰[률율]|반영[률율]|[률율])"),
            word(STAFF_GAP, "과부족|과·부족|과부족인원|과원|결원|과\\(부\\)족"),
            word(AUTHORIZED, "정원"),
            word(ACTUAL, "현원|현인원"),
            word(
                    CHANGE,
                    "증감|증감액|증\\(△\\)감|증△감|증·감|비교증감|증\\(-\\)감|증감\\(△\\)|△증감|증,?△?감|전년대비증감|전년도?대비|대비증감|증\\(△\\)감액|증감\\(B-A\\)|증감\\(A-B\\)|증감수|증감량|변경증감|차액|차이|비교|증\\(감\\)|증감분"),
            word(LEFT, "집행잔액|잔액|예산잔액|미집행액|불용액|잔여|잔량|재고|잔여물량|미집행"),
            word(SPENT, "집행액|지출액|집행|지출|집행금액|기집행액|집행실적|누적집행액|집행액\\(.*\\)"),
            word(
                    PRIOR,
                    "전년도?예산액?|전년도?|전년|작년|전년도?실적|기정액|기정예산액?|기정|당초예산액?|당초|변경전|종전|개정전|전년도?동기|전기|전월|전분기|'?\\d{2,4}년도?예산액?\\(A\\)|본예산|전년말"),
            word(CURRENT, "금년도?예산액?|금년도?|올해|당해연도|금년도?실적|경정액|경정예산액?|추경예산액?|변경|변경후|현행|금회|금기|당월|금월|당분기|요구액|예산안|최종예산액?"),
            word(BUDGET, "예산액|예산현액|예산|총예산|예산총액|예산현황|편성액|사업비|총사업비|배정액|예산배정액|계획액"),
            word(TARGET, "목표|목표치|목표량|목표액|계획|계획량|목표건수|목표인원|연간목표|대상|대상자|대상인원|접수|접수건수|부과액|부과|징수결정액"),
            word(RESULT, "실적|추진실적|달성|달성실적|실적치|완료|처리|처리건수|완료건수|이행|참여|참여인원|징수액|징수|수납액|수료|수료인원|응답"),
            word(PRICE, "단가|단위가격|기준단가|단가\\(.*\\)|단위단가"),
            word(QUANTITY, "수량|물량|수량\\(.*\\)|구입수량|횟수|인원수?|부수|기간|개월|월수|개월수"),
            word(AMOUNT, "금액|소요액|소요예산|총액|금액\\(.*\\)|사업비\\(.*\\)|계약금액|산출액|소요금액|구매액"),
            word(
                    APART,
                    "평균.*|.*평균|누계.*|누적.*|.*누계|연번|번호|순번|순위|no\\.?|일련번호|연도|년도|쪽|면수|페이지|전화.*|연락처|내선.*|일자|날짜|기준일|연월일|비고|주소|우편번호|최대.*|최소.*|최고.*|최저.*|점수|평점|등급|배점|만족도.*|지수.*|규격|전용면적|설치연도|내용연수|차수|회차|호수|조항|관련조항|가중치|환율|이율|금리|나이|연령|중앙값|표준편차"));

    private static final Pattern TOTALS = Pattern.compile(
            "계|합계|총계|총합계|총합|합|총|전체|전체계|총수|총원|총인원|총건수|총액계|\\(계\\)|누계합계|총괄계|계\\([A-Z]\\)|합계\\([A-Z+]*\\)|[Tt]otal|TOTAL|전체합계|총계\\(.*\\)|합계\\(.*\\)");
    private static final Pattern SUBTOTALS = Pattern.compile("소계|중계|부분계|.+소계|\\(소계\\)|계\\(소계\\)");
    private static final Pattern REMARK = Pattern.compile(
            "[\\(\\[](단위|%|천원|백만원|원|명|건|대|회|부|억원|개|개소|기준|'?\\d[^\\)\\]]*|[A-Za-z][^\\)\\]]*|단위:?[^\\)\\]]*|[①-⑳㉠-㉭])[\\)\\]]");
    private static final Pattern LEAD = Pattern.compile("^[□○◦●·•▪■-]+");
    private static final Pattern TRAIL = Pattern.compile("[:*※]+$");

    private record Word(Meaning meaning, Pattern pattern) {}

    private static Word word(Meaning meaning, String pattern) {
        return new Word(meaning, Pattern.compile(pattern));
    }

    /** Reads one heading; brackets with a unit or a date and all spaces are ignored. */
    static Meaning of(String heading) {
        String tight = bare(heading);
        if (total(tight)) {
            return TOTAL;
        }
        if (SUBTOTALS.matcher(tight).matches()) {
            return SUBTOTAL;
        }
        for (Word word : WORDS) {
            if (word.pattern.matcher(tight).matches()) {
                return word.meaning;
            }
        }
        return PLAIN;
    }

    static boolean total(String tight) {
        return TOTALS.matcher(tight).matches();
    }

    private static String bare(String heading) {
        String tight = REMARK.matcher(Plain.tight(heading)).replaceAll("");
        tight = TRAIL.matcher(LEAD.matcher(tight).replaceAll("")).replaceAll("");
        return tight.isEmpty() ? Plain.tight(heading) : tight;
    }

    boolean additive() {
        return switch (this) {
            case TOTAL,
                    SUBTOTAL,
                    BUDGET,
                    SPENT,
                    LEFT,
                    PRIOR,
                    CURRENT,
                    CHANGE,
                    TARGET,
                    RESULT,
                    AUTHORIZED,
                    ACTUAL,
                    STAFF_GAP,
                    QUANTITY,
                    AMOUNT,
                    PLAIN -> true;
            case CHANGE_RATE, RATE, SHARE, PRICE, APART -> false;
        };
    }

    boolean totaling() {
        return this == TOTAL || this == SUBTOTAL;
    }
}
