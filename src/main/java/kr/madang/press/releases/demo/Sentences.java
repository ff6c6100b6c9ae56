package kr.madang.press.releases.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.seed.Draw;

/** What else a generated release says (덧붙는 문장): drawn for each, so that no two releases read alike. */
final class Sentences {
    private static final List<String> BEFORE = List.of(
            "구는 지난해 {동} 주민 {수}{영}명에게 물어 가장 바라는 일부터 손대기로 했다.",
            "이번 사업은 {동} 통장들이 {달}월 반상회에서 낸 의견에서 시작됐다.",
            "{동}은 {가}년 사이 1인 가구가 {나}퍼센트 늘어 생활 방식에 맞는 서비스가 필요하다는 목소리가 컸다.",
            "앞서 구는 {이웃}에서 {가}주 동안 시범 운영을 마치고 불편한 점 {나}가지를 고쳤다.",
            "{동} 주민센터에는 지난 한 달 사이 관련 문의가 {수}{영}건 넘게 들어왔다.",
            "구의회 예산 심의를 거쳐 {수}{영}만 원을 우선 마련했고, 나머지는 시 보조금으로 채운다.",
            "담당 직원 {가}명이 {동} 골목을 {나}차례 돌며 현장을 살폈다.",
            "{이웃}에 먼저 선보였을 때 만족한다는 답이 {나}퍼센트를 넘었다.");
    private static final List<String> MIDDLE = List.of(
            "신청은 {달}월 {날}일 오전 {시}시부터 구 누리집 통합예약에서 받고, 전화로도 할 수 있다.",
            "휠체어나 유아차를 쓰는 주민을 위해 {동} 쪽 출입구에 경사로를 새로 놓았다.",
            "{이웃}에서 오는 주민은 마을버스 영등포{가}번을 타고 세 번째 정류장에서 내리면 된다.",
            "안내는 한국어와 중국어, 베트남어로 하고, 수어 통역이 필요하면 {나}일 전까지 알리면 된다.",
            "자원봉사자 {나}명이 {시}시간씩 번갈아 자리를 지킨다.",
            "{동} 상인회는 참여 주민에게 {가}천 원 할인권을 나눠 주기로 했다.",
            "첫날인 {달}월 {날}일에는 {이웃} 어린이 합창단 {나}명이 무대에 오른다.",
            "비가 오거나 미세먼지가 나쁜 날에는 {이웃} 구민체육센터로 자리를 옮긴다.",
            "준비물은 없으며 선착순 {수}{영}명에게 작은 기념품을 준다.",
            "구는 {동}에 이어 {이웃}까지 {달}월 말 안에 차례로 넓힐 참이다.",
            "공사는 출퇴근 시간을 피해 오전 {시}시부터 오후 {가}시 사이에만 한다.",
            "{이웃} 대학생 봉사단 {나}명이 홍보물을 돌리고 길 안내를 맡는다.");
    private static final List<String> AFTER = List.of(
            "지난해 같은 사업에는 {수}{영}명이 참여했고, 다시 찾겠다는 답이 {나}퍼센트였다.",
            "구는 {가}개월 뒤 결과를 살펴 내년 예산에 {수}{영}만 원을 더할지 정한다.",
            "{동} 주민 누구나 의견을 낼 수 있고, 좋은 제안 {가}건은 상품권을 준다.",
            "운영 결과는 {달}월 {날}일 구 소식지와 누리집에 공개한다.",
            "안전사고에 대비해 {이웃} 소방서와 합동 점검을 {가}차례 마쳤다.",
            "{이웃} 사회복지관과 협약을 맺어 혼자 사는 주민 {나}가구를 함께 돌본다.",
            "구는 이 사업으로 한 해 {수}{영}킬로그램의 탄소를 줄일 것으로 내다봤다.",
            "자세한 일정은 {동} 게시판 {나}곳에 붙이고 문자로도 알린다.");
    private static final List<String> TAILS = List.of(
            "작은 불편도 놓치지 않겠습니다",
            "주민 곁으로 한 걸음 더 다가가겠습니다",
            "올해 안에 달라진 모습을 보여 드리겠습니다",
            "현장에서 답을 찾겠습니다",
            "이웃과 함께라면 어렵지 않습니다",
            "끝까지 꼼꼼히 챙기겠습니다",
            "아이와 어르신 모두 누릴 수 있게 하겠습니다",
            "예산이 헛되이 쓰이지 않도록 살피겠습니다",
            "더 많은 동네로 넓혀 가겠습니다",
            "언제든 의견을 들려주시기 바랍니다",
            "오래 이어질 수 있도록 바탕을 다지겠습니다",
            "구민의 하루가 조금 더 편해지기를 바랍니다");

    private Sentences() {}

    static String before(Draw draw, String dong, LocalDate day) {
        return paragraph(draw, BEFORE, 2, dong, day);
    }

    static String middle(Draw draw, String dong, LocalDate day) {
        return paragraph(draw, MIDDLE, 3, dong, day);
    }

    static String after(Draw draw, String dong, LocalDate day) {
        return paragraph(draw, AFTER, 2, dong, day);
    }

    static String tail(Draw draw) {
        return draw.pick(TAILS);
    }

    private static String paragraph(Draw draw, List<String> pool, int many, String dong, LocalDate day) {
        var left = new ArrayList<>(pool);
        var said = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var sentence = draw.pick(left);
            left.remove(sentence);
            said.add(filled(draw, sentence, dong, day));
        }
        return String.join(" ", said);
    }

    private static String filled(Draw draw, String sentence, String dong, LocalDate day) {
        var others = Subject.DONGS.stream().filter(d -> !d.equals(dong)).toList();
        return sentence.replace("{동}", dong)
                .replace("{이웃}", draw.pick(others))
                .replace(
                        "{달}",
                        Integer.toString(day.plusDays(draw.between(3, 40)).getMonthValue()))
                .replace("{날}", Integer.toString(draw.between(1, 28)))
                .replace("{시}", Integer.toString(draw.between(9, 11)))
                .replace("{가}", Integer.toString(draw.between(2, 8)))
                .replace("{나}", Integer.toString(draw.between(11, 95)))
                .replace("{수}", Integer.toString(draw.between(2, 98)))
                .replace("{영}", draw.chance(0.5) ? "0" : "5");
    }
}
