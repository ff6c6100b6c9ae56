package kr.madang.press.outlets;

import java.util.Set;
import java.util.UUID;
import kr.madang.press.Tier;

/**
 * Which reporters are wanted (배포 대상): those of the classes, beats and outlets named, an empty part asking nothing.
 *
 * @param rule whether the three parts take anybody in; false when only people chosen by hand are wanted
 * @param also taken in whatever the rule says
 * @param without left out whatever the rule says
 */
public record Wanted(
        boolean rule, Set<Tier> tiers, Set<String> beats, Set<UUID> outlets, Set<UUID> also, Set<UUID> without) {
    public static final Wanted EVERYBODY = new Wanted(true, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Wanted {
        tiers = Set.copyOf(tiers);
        beats = Set.copyOf(beats);
        outlets = Set.copyOf(outlets);
        also = Set.copyOf(also);
        without = Set.copyOf(without);
    }

    /** These and nobody else. */
    public static Wanted only(Set<UUID> reporters) {
        return new Wanted(false, Set.of(), Set.of(), Set.of(), reporters, Set.of());
    }

    public static Wanted ofTiers(Set<Tier> tiers) {
        return new Wanted(true, tiers, Set.of(), Set.of(), Set.of(), Set.of());
    }
}
