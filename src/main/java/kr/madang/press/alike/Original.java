package kr.madang.press.alike;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A press release as the office gave it out (보도자료 원문).
 *
 * @param quotes what it quotes people with, when the text does not hold it
 * @param distributedAt when reporters got it, or its embargo ended, whichever came later
 */
public record Original(UUID id, String title, String text, List<String> quotes, Instant distributedAt) {
    public Original {
        quotes = List.copyOf(quotes);
    }

    Sketch sketch() {
        var quoted = new StringBuilder(text);
        for (var quote : quotes)
            if (!text.contains(quote)) quoted.append("\n“").append(quote).append('”');
        return Sketch.of(title, quoted.toString());
    }
}
