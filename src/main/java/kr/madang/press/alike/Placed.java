package kr.madang.press.alike;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an article's group (묶음 결정). It outlives every grouping.
 *
 * @param apart whether it stands alone: it joins nobody by itself, nor does anybody join it
 * @param with an article whose group is one with this one's; null when people joined nothing
 */
public record Placed(boolean apart, @Nullable UUID with) {}
