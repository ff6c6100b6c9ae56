package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of a document that must agree (관계식): one target that follows from its inputs. */
sealed interface Relation permits Sum, Rate, Product {

    Amount target();

    List<Amount> inputs();

    /** Whether the numbers agree as printed. */
    boolean holds();

    /** Whether they would agree if the number at that spot had another value. */
    boolean holdsWith(Spot spot, BigDecimal value);

    /** The value the number at that spot must have for the rest to agree; null when it cannot be told exactly. */
    @Nullable
    BigDecimal solve(Spot spot);

    /** The target as it should have been printed. */
    String computed();

    Finding.Kind kind();

    /** One Korean sentence naming the rule and the two values. */
    String why();
}
