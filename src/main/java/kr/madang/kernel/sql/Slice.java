package kr.madang.kernel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list (쪽) with the cursors of its neighbors.
 *
 * @param previous cursor of the rows before; null at the beginning
 * @param next cursor of the rows after; null at the end
 */
public record Slice<T>(
        List<T> rows, @Nullable String previous, @Nullable String next) {}
