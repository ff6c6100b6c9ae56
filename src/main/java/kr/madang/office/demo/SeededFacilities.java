package kr.madang.office.demo;

import static kr.madang.office.demo.Sower.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.Span;
import kr.madang.office.facilities.Facility.Category;
import kr.madang.office.facilities.Facility.Counting;
import org.jspecify.annotations.Nullable;

/** Facilities, equipment and vehicles of both reports. Places of boards and kinds of machines are made up; counts are the printed ones. */
final class SeededFacilities {
    private static final LocalDate LONG_AGO = SeededOrganization.OPENED;
    private static final Span BEFORE = SeededOrganization.before();
    private static final Span AFTER = SeededOrganization.after();

    private final Draw draw;
    private final SeededOrganization organization;
    private final List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> items = new ArrayList<>();
    private UUID line = new UUID(0, 0);

    SeededFacilities(Draw draw, SeededOrganization organization) {
        this.draw = draw;
        this.organization = organization;
    }

    int sow(Sower sower) {
        sites();
        boards();
        machines();
        network();
        vehicles();
        sower.sow("facility_line", lines);
        sower.sow("facility_item", items);
        return items.size();
    }

    private void sites() {
        line("center", Category.SITE, "정보문화센터", "정보문화센터", "개소", Counting.ITEMS, null);
        item("제1정보문화센터", "당산1동", "정보화 교육", "computing", BEFORE);
        item("제2정보문화센터", "대림1동", "정보화 교육", "computing", BEFORE);
        line("classroom", Category.SITE, "정보화교육장", "정보화교육장", "개소", Counting.ITEMS, null);
        item("평생스마트교육장", "대림3동", "정보화 교육", "computing", AFTER);
        line("control", Category.SITE, "정보통신통합관제실", "정보통신통합관제실", "개소", Counting.ITEMS, null);
        item("정보통신통합관제실", "구청 본관", "통신장비 운영", "telecom", Span.since(LONG_AGO));
        item("전산통합관제실", "구청 별관", "서버·보안장비 운영", "computing", AFTER);
        line("cctv-center", Category.SITE, "u-영등포통합관제센터", "u-영등포통합관제센터", "개소", Counting.ITEMS, null);
        item("u-영등포통합관제센터", "구청 별관", "CCTV 관제", "telecom", new Span(LONG_AGO, LocalDate.of(2016, 12, 31)));
        line("studio", Category.SITE, "YDP스튜디오", "YDP스튜디오", "㎡", Counting.QUANTITY, null);
        quantity("영상실", "48.60", "촬영", "media", AFTER);
        quantity("조정실", "21.40", "음향·영상 조정", "media", AFTER);
        quantity("편집·대기실", "17.12", "편집", "media", AFTER);
    }

    private void boards() {
        line("led", Category.SITE, "구정 홍보시설물", "LED홍보전광판", "개소", Counting.ITEMS, null);
        items.add(itemRow("LED홍보전광판", BigDecimal.ONE, "3.36m×1.63m", "구청 앞", "구정 홍보", "planning", AFTER));
        line("poster", Category.SITE, "구정 홍보시설물", "구정 홍보판", "개소", Counting.ITEMS, null);
        for (int i = 1; i <= 11; i++)
            item("구정 홍보판 %02d".formatted(i), "거리 %d구간".formatted(i), "구정 홍보", "planning", AFTER);
        line("digital", Category.SITE, "구정 홍보시설물", "디지털 게시판", "개소", Counting.ITEMS, null);
        for (int i = 1; i <= 17; i++)
            item("디지털 게시판 %02d".formatted(i), "공공청사 %d".formatted(i), "구정 홍보", "planning", AFTER);
    }

    private void machines() {
        line("storage", Category.EQUIPMENT, "정보통신통합관제실", "서버·스토리지·백업장비", "종", Counting.ITEMS, null);
        for (var kind : ("웹서버|WAS 서버|DB 서버|행정포털 서버|전자문서 서버|새올행정 서버|메일 서버|연계 서버|로그분석 서버|가상화 서버|GIS 서버|통합예약 서버"
                        + "|개발 서버|블록 스토리지|파일 스토리지|아카이브 스토리지|디스크 백업장비|테이프 백업장비|소산백업장비")
                .split("\\|")) item(kind, "전산통합관제실", "행정정보시스템 운영", "computing", AFTER);
        line("security", Category.EQUIPMENT, "정보통신통합관제실", "보안장비·네트워크 장비", "종", Counting.ITEMS, null);
        for (var kind :
                ("웹방화벽|방화벽|침입방지시스템|DB 암호화|DB 접근제어|서버 접근제어|개인정보 필터링|서버 백신|통합로그|L4 스위치|L3 스위치|백본 스위치").split("\\|"))
            item(kind, "전산통합관제실", "정보보호", "computing", AFTER);
        counted("own-network", "광대역 자가정보통신", "대", null, "telecom", "281", BEFORE);
        counted("premises", "구내 정보통신시스템", "대", null, "telecom", "284", BEFORE);
        counted("servers", "전산시스템 서버", "대", "systems", "computing", "35", BEFORE);
        counted("security-2013", "정보통신 보안시스템", "대", null, "telecom", "33", BEFORE);
        counted("storage-2013", "스토리지 및 백업시스템", "대", null, "computing", "8", BEFORE);
        counted("other-2013", "기타시스템 및 부대설비", "대", null, "computing", "12", BEFORE);
        counted("cctv-servers", "CCTV 통합관제센터 서버", "대", null, "telecom", "19", until(2016));
    }

    private void network() {
        counted("phones", "인터넷전화시스템", "대", "telephony", "telecom", "1322", until(2018, 4, 30));
        another("인터넷전화시스템", "2091", "telecom", Span.since(LocalDate.of(2018, 5, 1)));
        counted("internet", "인터넷 100M", "회선", null, "telecom", "1", BEFORE);
        counted("broadband", "초고속정보통신망", "회선", null, "telecom", "28", BEFORE);
        counted("fiber-2013", "광대역자가정보통신망", "Km", "networks", "telecom", "149.5", BEFORE);
        counted("devices", "네트워크장비", "대", "networks", "telecom", "255", AFTER);
        counted("security-sets", "정보보안시스템", "식", "networks", "telecom", "26", AFTER);
        counted("leased", "전용회선", "회선", "networks", "telecom", "135", AFTER);
        counted("fiber", "자가정보통신망(광케이블)", "㎞", "networks", "telecom", "170", AFTER);
        counted("lan", "LAN통신망", "회선", "networks", "telecom", "2000", BEFORE);
        another("LAN통신망", "2751", "telecom", AFTER);
    }

    private void vehicles() {
        line("vehicles", Category.VEHICLE, "차량", "차량", "대", Counting.ITEMS, null);
        var leased = Span.since(LocalDate.of(2021, 3, 2));
        item("모닝 (2009년식)", "구청 주차장", "행사 촬영", "media", new Span(LONG_AGO, LocalDate.of(2021, 3, 1)));
        item("비스토 (2004년식)", "구청 주차장", "사용전 검사", "telecom", until(2016));
        item("니로EV(2021년식, 임대)", "구청 주차장 1", "구 주요행사 촬영 지원", "media", leased);
        item("니로EV(2021년식, 임대)", "구청 주차장 2", "보도자료 취재 및 홍보 지원", "press", leased);
    }

    private static Span until(int year) {
        return until(year, 12, 31);
    }

    private static Span until(int year, int month, int day) {
        return new Span(LONG_AGO, LocalDate.of(year, month, day));
    }

    private void line(
            String code,
            Category category,
            String heading,
            String name,
            String unit,
            Counting counting,
            @Nullable String countedBy) {
        line = id();
        lines.add(row(
                "id", line,
                "code", code,
                "category", category,
                "heading", heading,
                "name", name,
                "unit", unit,
                "counting", counting,
                "counted_by", countedBy,
                "position", lines.size() + 1));
    }

    private void item(String name, String place, String purpose, String team, Span valid) {
        items.add(itemRow(name, BigDecimal.ONE, "", place, purpose, team, valid));
    }

    private void quantity(String name, String quantity, String purpose, String team, Span valid) {
        items.add(itemRow(name, new BigDecimal(quantity), quantity + "㎡", "YDP스튜디오", purpose, team, valid));
    }

    private void counted(
            String code, String name, String unit, @Nullable String room, String team, String count, Span valid) {
        line(code, Category.EQUIPMENT, "정보통신통합관제실", name, unit, Counting.QUANTITY, room);
        another(name, count, team, valid);
    }

    private void another(String name, String count, String team, Span valid) {
        items.add(itemRow(name, new BigDecimal(count), "", "정보통신통합관제실", "", team, valid));
    }

    private Map<String, @Nullable Object> itemRow(
            String name, BigDecimal quantity, String measure, String place, String purpose, String team, Span valid) {
        return row(
                "id", id(),
                "line_id", line,
                "name", name,
                "quantity", quantity,
                "measure", measure,
                "place", place,
                "purpose", purpose,
                "team_id", organization.team(team),
                "valid", valid.range());
    }

    private UUID id() {
        return draw.id(LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
