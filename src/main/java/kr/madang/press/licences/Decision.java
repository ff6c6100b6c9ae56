package kr.madang.press.licences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.madang.kernel.Korean;
import org.jspecify.annotations.Nullable;

/**
 * Whether the office may do something with articles of an outlet, and why (이용 판단).
 *
 * @param contract on which it rests, or which comes nearest; null when there is none
 * @param limit the number that decided: people, copies or days; 0 when none did
 */
public record Decision(
        Verdict verdict, Asked asked, @Nullable Contract contract, int limit) {
    /** From the farthest to the nearest: of several contracts the one nearest to allowing speaks. */
    public enum Verdict {
        /** Nothing was ever agreed. */
        NONE,
        ENDED,
        NOT_YET,
        /** The product does not hold this use. */
        NOT_INCLUDED,
        TOO_OLD,
        TOO_MANY,
        ALLOWED;

        public String code() {
            return "press.verdict." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean allowed() {
        return verdict == Verdict.ALLOWED;
    }

    public Use use() {
        return asked.use();
    }

    public Optional<Contract> basis() {
        return Optional.ofNullable(contract);
    }

    /** Message key of the sentence that says why; {@link #args} fill it. */
    public String code() {
        return verdict.code();
    }

    /** The product, the first and the last day of the contract, the number that decided. */
    public List<Object> args() {
        if (contract == null) return List.of("", "", "", "");
        return List.of(
                contract.product().name(),
                Korean.date(contract.from()),
                Korean.date(contract.last()),
                Korean.number(limit));
    }
}
