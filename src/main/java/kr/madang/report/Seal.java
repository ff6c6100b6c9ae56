package kr.madang.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a frozen report (확정 해시): SHA-256 over every stored word of it, each with its length before it, so that no two
 * reports can read the same. It depends on nothing but those words: not on the machine, its time zone or its Java.
 */
final class Seal {
    private final MessageDigest digest;

    private Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(FrozenReport frozen) {
        var seal = new Seal();
        seal.add("madang report 1");
        seal.add(frozen.report().toString());
        seal.add(frozen.asOf().toString());
        seal.add(frozen.document());
        seal.add(Integer.toString(frozen.figures().size()));
        for (var figure : frozen.figures()) seal.add(figure);
        return seal.hex();
    }

    /** The hash of a list of words, used for the rows behind a figure. */
    static String of(List<String> words) {
        var seal = new Seal();
        words.forEach(seal::add);
        return seal.hex();
    }

    private void add(FrozenReport.Line figure) {
        add(figure.written());
        add(figure.key());
        add(figure.kind());
        add(figure.unit());
        add(figure.period().from().toString());
        add(figure.period().to().toString());
        var value = figure.value();
        add(
                value == null
                        ? ""
                        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        add(Long.toString(figure.rowCount()));
        add(figure.rowsDigest());
    }

    private void add(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
