package kr.madang.report.audit.text;

/** A document that cannot be read (읽을 수 없는 문서), with one Korean sentence that says why. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public UnreadableDocument(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    public UnreadableDocument(Code code) {
        this(code, code.sentence);
    }

    public Code code() {
        return code;
    }

    /** One sentence for the person who brought the file. */
    public String reason() {
        String message = getMessage();
        return message == null ? code.sentence : message;
    }

    public enum Code {
        MISSING("파일을 찾을 수 없습니다."),
        DIRECTORY("파일이 아니라 폴더입니다. 문서 파일을 지정하세요."),
        FORBIDDEN("파일을 읽을 권한이 없습니다."),
        EMPTY("빈 파일이거나 글이 한 줄도 없는 문서입니다."),
        TOO_LARGE("문서가 너무 커서 읽지 않았습니다."),
        TOO_SLOW("정해진 시간 안에 문서를 다 읽지 못해 그만두었습니다."),
        BOMB("압축을 풀면 지나치게 커지는 문서라서 읽지 않았습니다."),
        ENCRYPTED("암호가 걸린 문서입니다. 암호를 풀어 저장한 뒤 다시 시도하세요."),
        HOSTILE("문서 안에 외부를 참조하는 선언이 있어 읽지 않았습니다."),
        DAMAGED("문서가 깨졌거나 일부만 저장되어 읽을 수 없습니다."),
        NO_TEXT("글자가 들어 있지 않은 문서입니다. 스캔한 그림이라면 글자 인식을 거친 뒤 다시 시도하세요."),
        UNKNOWN("알 수 없는 형식입니다. TXT, HWPX, HWP, PDF, DOCX, XLSX만 검산할 수 있습니다.");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
