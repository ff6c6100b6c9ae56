package kr.madang.notices.carriers.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes to a relay and comes back, as JSON (발송 중계 전문). */
final class Wording {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String UNREADABLE = "answer cannot be read";

    private Wording() {}

    static byte[] messages(List<Parcel> parcels) {
        var body = JSON.createObjectNode();
        var messages = body.putArray("messages");
        for (var parcel : parcels)
            messages.addObject()
                    .put("reference", parcel.reference().name())
                    .put("to", parcel.to())
                    .put("from", parcel.from())
                    .put("subject", parcel.subject())
                    .put("text", parcel.text());
        return JSON.writeValueAsBytes(body);
    }

    /** By reference; what cannot be read is not there, and who is answered twice and differently is unknown. */
    static Map<String, Answer> answers(byte[] body) {
        var told = new HashMap<String, Answer>();
        for (var result : read(body).path("results")) tell(told, result);
        // what was posted was received; who says otherwise has not understood the question
        told.replaceAll((_, answer) -> answer instanceof Answer.NotReceived ? new Answer.Unknown(UNREADABLE) : answer);
        return told;
    }

    /** The answer about one message. */
    static Map<String, Answer> answer(byte[] body) {
        var told = new HashMap<String, Answer>();
        tell(told, read(body));
        return told;
    }

    private static void tell(Map<String, Answer> told, JsonNode result) {
        told.merge(
                result.path("reference").asString(""),
                answer(result),
                (one, other) -> one.equals(other) ? one : new Answer.Unknown("contradictory answers"));
    }

    private static Answer answer(JsonNode result) {
        var code = result.path("code").asString("");
        return switch (result.path("status").asString("")) {
            case "accepted" -> new Answer.Handed(result.path("id").asString(""));
            case "rejected" ->
                new Answer.Rejected(code, result.path("permanent").asBoolean(false));
            case "throttled" -> new Answer.Throttled(code);
            case "not_received" -> new Answer.NotReceived();
            default -> new Answer.Unknown(UNREADABLE);
        };
    }

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
