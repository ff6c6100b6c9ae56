package kr.madang.approvals.demo;

import static kr.madang.approvals.demo.Topic.task;

import java.util.List;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;

/** What the teams of the section write about, team by team (팀별 문서 소재). */
final class Topics {
    private static final List<String> EVENTS =
            List.of("봄꽃 축제", "어린이 책 나눔", "재활용 장터", "어르신 건강 걷기", "청년 일자리 박람회", "구민 노래자랑", "전통시장 장보기", "반려동물 문화교실");
    private static final List<String> OFFICES = List.of("1동", "2동", "3동", "본청 민원실", "보건소", "구의회", "도서관", "문화원");
    private static final List<String> SYSTEMS =
            List.of("새올행정", "전자문서", "홈페이지", "통합예약", "문자알림", "인터넷방송", "구민 참여", "교육 신청");

    private static final Disclosure CLOSED_SECURITY = Disclosure.closed(List.of(2));
    private static final Disclosure PARTLY_PRIVATE = Disclosure.partly(List.of(6), "신청인의 성명과 연락처");

    private static final UnitTask PRESS = task("A1000001", "언론 홍보", Retention.YEARS_5);
    private static final UnitTask ADS = task("A1000002", "언론매체 광고", Retention.YEARS_5);
    private static final UnitTask PAPERS = task("A1000003", "신문 구독 관리", Retention.YEARS_3);
    private static final UnitTask PLANNING = task("A1000004", "구정 홍보 종합계획", Retention.YEARS_10);
    private static final UnitTask NEWSLETTER = task("A1000005", "소식지 발간", Retention.YEARS_10);
    private static final UnitTask VIDEO = task("A1000007", "구정 영상 제작", Retention.YEARS_10);
    private static final UnitTask SOCIAL = task("A1000009", "SNS 운영", Retention.YEARS_3);
    private static final UnitTask OPINIONS = task("A1000010", "SNS 민원 처리", Retention.YEARS_5);
    private static final UnitTask BROADCAST = task("A1000011", "인터넷방송 운영", Retention.YEARS_5);
    private static final UnitTask EDUCATION = task("A1000013", "정보화 교육", Retention.YEARS_5);
    private static final UnitTask SECURITY = task("A1000015", "개인정보 보호", Retention.YEARS_5);
    private static final UnitTask SYSTEM = task("A1000017", "행정정보시스템 운영", Retention.YEARS_10);
    private static final UnitTask NETWORK = task("A1000018", "정보통신망 관리", Retention.YEARS_10);
    private static final UnitTask CONTROL = task("A1000020", "통합관제센터 운영", Retention.YEARS_10);
    private static final UnitTask GENERAL = task("A1000021", "과 서무", Retention.YEARS_1);

    static final List<Topic> ALL = List.of(
            say("press", "{일} 언론보도 점검 결과 보고", "office.report", PRESS, 14)
                    .of("지면과 온라인에 실린 구정 보도를 점검하여 보고합니다.", "보도 건수: {건}건", "주요 내용: {값} 관련 보도", "조치: 소관 부서 공유")
                    .values(EVENTS)
                    .words("언론보도", "점검", "보고"),
            say("press", "보도자료 제공({값})", "press.release", PRESS, 12)
                    .of("아래 행사를 구민에게 널리 알리고자 보도자료를 제공합니다.", "제공 일자: {날}", "대상: 출입 언론사 {건}곳", "행사명: {값}")
                    .values(EVENTS)
                    .words("보도자료", "언론", "홍보"),
            say("press", "{월}월분 신문 구독료 지급", "spend.usual", PAPERS, 2)
                    .won(2_100, 4_600)
                    .of("신문 구독료를 아래와 같이 지급하고자 합니다.", "구독 부수: {건}부", "지급액: {금액}", "예산과목: 일반운영비")
                    .words("신문", "구독료", "지급"),
            say("press", "{값} 광고 게재 의뢰", "spend.ad", ADS, 2)
                    .won(1_100, 9_900)
                    .of("구정 광고를 아래와 같이 게재하고자 합니다.", "게재 일자: {날}", "광고료: {금액}", "내용: {값} 안내")
                    .values(EVENTS)
                    .words("광고", "게재", "홍보"),
            say("planning", "구정소식지 {월}월호 발행 계획", "plan", NEWSLETTER, 3)
                    .of("구정소식지를 아래와 같이 발행하고자 합니다.", "발행 일자: {날}", "발행 부수: {건}천 부", "배부: 각 가정과 공공시설")
                    .words("구정소식지", "발행", "계획"),
            say("planning", "구정소식지 인쇄비 지급({월}월호)", "spend.usual", NEWSLETTER, 2)
                    .won(12_000, 19_500)
                    .of("구정소식지 인쇄비를 아래와 같이 지급하고자 합니다.", "지급액: {금액}", "납품 확인: {날}", "예산과목: 일반운영비")
                    .words("구정소식지", "인쇄비", "지급"),
            say("planning", "점자소식지 {월}월호 제작 의뢰", "spend.usual", NEWSLETTER, 1)
                    .won(1_800, 2_900)
                    .of("시각장애 구민을 위한 점자소식지 제작을 의뢰합니다.", "제작 부수: {건}부", "제작비: {금액}", "납품 기한: {날}")
                    .words("점자소식지", "제작", "의뢰"),
            say("planning", "홍보물 문안 협의({값})", "office.consult", PLANNING, 8)
                    .of("홍보물 문안을 아래와 같이 협의하오니 의견을 주시기 바랍니다.", "홍보물: {값} 안내 전단", "회신 기한: {날}", "참고: 문안 {건}건")
                    .values(EVENTS)
                    .words("홍보물", "문안", "협의"),
            say("planning", "주요업무 보고 자료 제출({월}월)", "office.report", PLANNING, 5)
                    .of("주요업무 추진 실적을 아래와 같이 제출합니다.", "기준일: {날}", "대상 사업: {건}개", "제출처: 기획 부서")
                    .words("주요업무", "실적", "제출"),
            say("media", "인터넷방송 주간 편성 계획({일} 주)", "office.plan", BROADCAST, 4)
                    .of("인터넷방송을 아래와 같이 편성하고자 합니다.", "편성 시작: {날}", "편성 수: {건}편", "주요 방송: {값}")
                    .values(EVENTS)
                    .words("인터넷방송", "편성", "계획"),
            say("media", "{값} 영상 제작 계획", "office.plan", VIDEO, 6)
                    .of("구정 영상을 아래와 같이 제작하고자 합니다.", "촬영 일자: {날}", "분량: {건}분", "내용: {값} 현장")
                    .values(EVENTS)
                    .words("영상", "제작", "계획"),
            say("media", "소통매체 콘텐츠 게시 결과 보고({일})", "office.report", SOCIAL, 12)
                    .of("소통매체 게시 결과를 아래와 같이 보고합니다.", "게시 건수: {건}건", "반응이 큰 글: {값}", "다음 계획: 댓글 의견 반영")
                    .values(EVENTS)
                    .words("소통매체", "콘텐츠", "게시"),
            say("media", "구민 의견 처리 결과 회신({값})", "petition", OPINIONS, 6)
                    .under(PARTLY_PRIVATE)
                    .of("구민이 남긴 의견의 처리 결과를 아래와 같이 회신합니다.", "접수 일자: {날}", "의견: {값} 관련 건의", "처리: 소관 부서 확인 후 조치")
                    .values(OFFICES)
                    .words("구민 의견", "처리", "회신"),
            say("computing", "{값} 시스템 정기점검 결과 보고({월}월)", "office.report", SYSTEM, 9)
                    .of("정기점검 결과를 아래와 같이 보고합니다.", "점검 일자: {날}", "점검 항목: {건}개", "결과: 이상 없음")
                    .values(SYSTEMS)
                    .words("정기점검", "정보시스템", "보고"),
            say("computing", "{값} 백업 복구 훈련 결과 보고", "office.report", SYSTEM, 3)
                    .of("백업 자료의 복구 훈련 결과를 아래와 같이 보고합니다.", "훈련 일자: {날}", "복구 시간: {건}분", "결과: 자료가 모두 맞음")
                    .values(SYSTEMS)
                    .words("백업", "복구", "훈련"),
            say("computing", "{값} 취약점 점검 결과와 조치 계획", "plan", SECURITY, 4)
                    .under(CLOSED_SECURITY)
                    .of("취약점 점검 결과와 조치 계획을 아래와 같이 보고합니다.", "점검 일자: {날}", "확인된 항목: {건}개", "조치 기한: 점검일부터 30일 안")
                    .values(SYSTEMS)
                    .words("취약점", "점검", "정보보호"),
            say("computing", "개인정보 접속기록 점검 결과({월}월)", "office.report", SECURITY, 3)
                    .under(CLOSED_SECURITY)
                    .of("개인정보 접속기록 점검 결과를 아래와 같이 보고합니다.", "점검 대상: {값} 등 {건}개 시스템", "점검 일자: {날}", "결과: 특이 사항 없음")
                    .values(SYSTEMS)
                    .words("개인정보", "접속기록", "점검"),
            say("computing", "사무용 소프트웨어 사용권 구매", "spend.goods", SYSTEM, 2)
                    .won(3_200, 96_000)
                    .of("사무용 소프트웨어 사용권을 아래와 같이 구매하고자 합니다.", "수량: {건}개", "구매액: {금액}", "납품 기한: {날}")
                    .words("소프트웨어", "사용권", "구매"),
            say("computing", "구민 정보화교육 {월}월 교육생 모집 공고", "notice", EDUCATION, 1)
                    .second(SecondNumber.Kind.ANNOUNCEMENT)
                    .of("구민 정보화교육 교육생을 아래와 같이 모집합니다.", "모집 인원: {건}명", "신청 시작: {날}", "신청 방법: 홈페이지와 방문")
                    .words("정보화교육", "교육생", "모집"),
            say("telecom", "행정전화 이전 설치 처리({값})", "office.request", NETWORK, 12)
                    .of("행정전화 이전 설치 요청을 아래와 같이 처리하였음을 알립니다.", "장소: {값}", "처리 일자: {날}", "대수: {건}대")
                    .values(OFFICES)
                    .words("행정전화", "이전", "설치"),
            say("telecom", "공공 무선인터넷 장애 조치 결과 보고({값})", "office.report", NETWORK, 8)
                    .of("공공 무선인터넷 장애를 아래와 같이 조치하였음을 보고합니다.", "장소: {값}", "발생 일자: {날}", "복구까지 걸린 시간: {건}분")
                    .values(OFFICES)
                    .words("무선인터넷", "장애", "조치"),
            say("telecom", "{월}월분 통신요금 지급", "spend.usual", NETWORK, 2)
                    .won(8_000, 21_000)
                    .of("통신요금을 아래와 같이 지급하고자 합니다.", "회선 수: {건}회선", "지급액: {금액}", "예산과목: 공공운영비")
                    .words("통신요금", "지급", "회선"),
            say("telecom", "영상정보 열람 요청 처리 결과 회신({값})", "petition", CONTROL, 7)
                    .under(PARTLY_PRIVATE)
                    .of("영상정보 열람 요청의 처리 결과를 아래와 같이 회신합니다.", "요청 장소: {값} 주변", "열람 일자: {날}", "처리: 본인 확인 후 열람")
                    .values(OFFICES)
                    .words("영상정보", "열람", "회신"),
            say("telecom", "통합관제센터 근무 결과 보고({일})", "office.report", CONTROL, 10)
                    .under(CLOSED_SECURITY)
                    .of("통합관제센터 근무 결과를 아래와 같이 보고합니다.", "관제 건수: {건}건", "경찰 통보: 2건", "장비 상태: 이상 없음")
                    .words("통합관제", "근무", "보고"),
            say("section", "주간업무 계획 보고({일} 주)", "office.report", GENERAL, 3)
                    .of("주간업무 계획을 아래와 같이 보고합니다.", "기간 시작: {날}", "주요 업무: {값}", "협조 사항: {건}건")
                    .values(EVENTS)
                    .words("주간업무", "계획", "보고"),
            say("section", "여름철 공직기강 확립과 복무 관리 지시", "order", GENERAL, 1)
                    .second(SecondNumber.Kind.ORDER)
                    .of("복무 관리를 아래와 같이 철저히 하시기 바랍니다.", "점검 시작: {날}", "점검 항목: {건}개", "결과 제출: 팀별 서면")
                    .words("복무", "공직기강", "지시"));

    private Topics() {}

    private static TopicWords say(String team, String title, String task, UnitTask unitTask, int often) {
        return new TopicWords(team, title, task, unitTask, often);
    }
}
