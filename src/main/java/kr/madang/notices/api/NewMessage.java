package kr.madang.notices.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program asks for (발송 요청). */
@Schema(description = "보낼 것 하나. 서식(template) 또는 자유 문안(text) 가운데 하나만 적는다.")
public record NewMessage(
        @Schema(description = "수단: SMS(기본) 또는 EMAIL", example = "SMS") @Nullable
        String channel,

        @Schema(description = "휴대전화 번호 또는 전자우편 주소", example = "010-0000-0001") @Nullable
        String to,

        @Schema(description = "인증키에 열린 서식의 번호") @Nullable String template,
        @Schema(description = "서식의 빈칸에 들어갈 값") @Nullable Map<String, @Nullable String> values,

        @Schema(description = "자유 문안. 결재에서 허용된 인증키만") @Nullable
        String text,

        @Schema(description = "전자우편 제목. 서식으로 보내면 서식 이름이 제목이 된다") @Nullable
        String subject,

        @Schema(description = "부르는 쪽의 참조 번호(개인정보 금지, 200자 이내)", example = "civil-2026-0001") @Nullable
        String reference) {
    /** Without its contents, for it may end up in a log. */
    @Override
    public String toString() {
        return "NewMessage";
    }
}
