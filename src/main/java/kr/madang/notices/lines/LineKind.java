package kr.madang.notices.lines;

import java.util.List;
import java.util.Locale;
import kr.madang.notices.Channel;
import kr.madang.notices.lines.Field.Type;

/** What a line is made of (연결 방식), and what its contract must say. */
public enum LineKind {
    /** An operator's message center. */
    SMPP(
            Channel.SMS,
            Field.needed("host", Type.HOST),
            Field.of("port", Type.PORT, "2775"),
            Field.needed("systemid", Type.TEXT),
            Field.secret("password"),
            Field.of("systemtype", Type.TEXT, ""),
            Field.choice("tls", "no", "yes"),
            Field.choice("coding", "korean", "unicode"),
            Field.choice("longtexts", "payload", "parts"),
            Field.choice("ids", "as_they_are", "hex_then_decimal", "decimal_then_hex"),
            Field.of("window", Type.COUNT, "500"),
            Field.of("patience", Type.SECONDS, "60")),
    /** A relay that speaks HTTP and JSON. */
    HTTP(
            Channel.SMS,
            Field.needed("address", Type.WEB),
            Field.secret("key"),
            Field.secret("callback"),
            Field.of("bundle", Type.COUNT, "100"),
            Field.of("patience", Type.SECONDS, "30"),
            Field.choice("authoritative", "no", "yes")),
    /** A relay's agent that reads a table of a database outside. */
    TABLE(
            Channel.SMS,
            Field.needed("url", Type.JDBC),
            Field.needed("user", Type.TEXT),
            Field.secret("password"),
            Field.of("table", Type.NAME, "em_smt_tran"),
            Field.of("log", Type.TEXT, "em_smt_log_{yyyyMM}"),
            Field.of("columns", Type.PAIRS, """
                    reference=mt_refkey
                    to=recipient_num
                    from=callback
                    subject=subject
                    text=content
                    status=msg_status
                    due=date_client_req
                    result=mt_report_code_ib
                    at=date_rslt
                    fetched=etc_char_1"""),
            Field.of("constants", Type.PAIRS, """
                    msg_status=1
                    service_type=0
                    broadcast_yn=N"""),
            Field.of("done", Type.TEXT, "3"),
            Field.of("delivered", Type.TEXT, "1000"),
            Field.of("expired", Type.TEXT, "")),
    /** A mail server. */
    SMTP(
            Channel.EMAIL,
            Field.needed("host", Type.HOST),
            Field.of("port", Type.PORT, "25"),
            Field.choice("security", "starttls", "tls", "none"),
            Field.of("user", Type.TEXT, ""),
            Field.secret("password"),
            Field.needed("from", Type.MAIL),
            Field.of("sender", Type.TEXT, ""),
            Field.of("bounce", Type.MAIL, ""),
            Field.of("maildir", Type.FOLDER, ""),
            Field.of("unsubscribe", Type.WEB, ""),
            Field.of("sessions", Type.COUNT, "10"),
            Field.of("patience", Type.SECONDS, "60")),
    /** The push services of browsers. Its pair of keys is made by the office with the line, and typed by nobody. */
    PUSH(
            Channel.PUSH,
            Field.needed("subject", Type.ANSWERER),
            Field.of("kept", Type.COUNT, "24"),
            Field.of("atonce", Type.COUNT, "50"),
            Field.of("patience", Type.SECONDS, "20"));

    private final Channel channel;
    private final List<Field> fields;

    LineKind(Channel channel, Field... fields) {
        this.channel = channel;
        this.fields = List.of(fields);
    }

    public Channel channel() {
        return channel;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Message key of its name. */
    public String code() {
        return "notices.line.kind." + word();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
