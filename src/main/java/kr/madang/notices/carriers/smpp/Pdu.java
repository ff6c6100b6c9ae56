package kr.madang.notices.carriers.smpp;

/** One PDU as it came, with the four numbers of its head (문자 회선의 한 전문). */
public record Pdu(byte[] bytes) {
    public int command() {
        return number(4);
    }

    public int status() {
        return number(8);
    }

    public int sequence() {
        return number(12);
    }

    private int number(int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
