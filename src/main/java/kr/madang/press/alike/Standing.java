package kr.madang.press.alike;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands among the others (묶음에서의 자리).
 *
 * @param thread the earliest article of all that hang together in any way, over round-ups too: what a new article can change never reaches
 *     beyond its thread
 * @param cluster the leading article of its group: the fullest text; itself when it leads or is alone
 * @param likeness to the leading article; null for the leader and for whom a person brought here
 * @param roundup whether it prints two stories that share nothing
 */
public record Standing(UUID thread, UUID cluster, @Nullable Likeness likeness, boolean roundup) {}
