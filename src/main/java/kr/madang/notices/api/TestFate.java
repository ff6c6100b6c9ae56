package kr.madang.notices.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Numbers and addresses of nobody, whose fate is known beforehand (모의 번호); keys for trying out reach these and no others. */
public enum TestFate {
    DELIVERED("01000000001", "delivered@madang.example"),
    FAILED("01000000002", "failed@madang.example"),
    EXPIRED("01000000003", "expired@madang.example"),
    /** Delivered, and its receipt comes ten seconds later. */
    DELAYED("01000000004", "delayed@madang.example"),
    /** Refused at once. */
    REJECTED("01000000005", "rejected@madang.example"),
    /** Nobody ever says what became of it. */
    UNKNOWN("01000000006", "unknown@madang.example");

    private final String phone;
    private final String email;

    TestFate(String phone, String email) {
        this.phone = phone;
        this.email = email;
    }

    public String phone() {
        return phone;
    }

    public String email() {
        return email;
    }

    public String code() {
        return "notices.api.fate." + name().toLowerCase(Locale.ROOT);
    }

    /** The fate of an address, written one way only. */
    public static Optional<TestFate> of(String address) {
        return Arrays.stream(values())
                .filter(fate -> fate.phone.equals(address) || fate.email.equals(address))
                .findFirst();
    }
}
