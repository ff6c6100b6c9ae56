package kr.madang.kernel.search.korean;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ko.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Cuts Korean text into what is looked for (형태소 분석): Nori with the office's dictionary; particles and endings fall away, prefixes stay.
 * Made for one dictionary and never changed; may be used by many threads at once.
 */
public final class Analyser {
    /** What says nothing by itself: endings, particles, auxiliaries, symbols. Not the prefixes. */
    private static final Set<POS.Tag> SILENT = Set.of(
            POS.Tag.EC,
            POS.Tag.EF,
            POS.Tag.EP,
            POS.Tag.ETM,
            POS.Tag.ETN,
            POS.Tag.IC,
            POS.Tag.JC,
            POS.Tag.JKB,
            POS.Tag.JKC,
            POS.Tag.JKG,
            POS.Tag.JKO,
            POS.Tag.JKQ,
            POS.Tag.JKS,
            POS.Tag.JKV,
            POS.Tag.JX,
            POS.Tag.MAJ,
            POS.Tag.NA,
            POS.Tag.SC,
            POS.Tag.SE,
            POS.Tag.SF,
            POS.Tag.SP,
            POS.Tag.SSC,
            POS.Tag.SSO,
            POS.Tag.SY,
            POS.Tag.UNA,
            POS.Tag.VCN,
            POS.Tag.VCP,
            POS.Tag.VSV,
            POS.Tag.VX,
            POS.Tag.XSA,
            POS.Tag.XSV);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int LONGEST = 60;
    private static final int DEEPEST = 4;
    private static final int SPARE = 16;

    private final @Nullable UserDictionary dictionary;
    private final ConcurrentLinkedDeque<Cutter> spare = new ConcurrentLinkedDeque<>();
    private final Lately lately = new Lately();

    public Analyser(Lexicon lexicon) {
        this(dictionary(even(lexicon)));
    }

    private Analyser(@Nullable UserDictionary dictionary) {
        this.dictionary = dictionary;
    }

    private static @Nullable UserDictionary dictionary(Lexicon lexicon) {
        try {
            return UserDictionary.open(new StringReader(lexicon.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Nori keeps the parts of a word of the dictionary as they were typed and would cut the same part otherwise where it stands alone
     * (어르신 + 소식지, but 소식 + 지); so parts are cut here as they would be alone.
     */
    private static Lexicon even(Lexicon lexicon) {
        var whole =
                lexicon.words().stream().filter(word -> word.parts().isEmpty()).toList();
        var alone = new Analyser(dictionary(Lexicon.of(whole)));
        var known = lexicon.words().stream().collect(Collectors.toMap(Lexicon.Word::text, Lexicon.Word::parts));
        return Lexicon.of(lexicon.words().stream()
                .map(word -> new Lexicon.Word(
                        word.text(),
                        word.parts().stream()
                                .flatMap(part -> parts(part, known, alone, 0))
                                .toList()))
                .toList());
    }

    private static Stream<String> parts(String part, Map<String, List<String>> known, Analyser alone, int depth) {
        var cut = known.get(part);
        if (cut != null && depth < DEEPEST)
            return cut.isEmpty() ? Stream.of(part) : cut.stream().flatMap(p -> parts(p, known, alone, depth + 1));
        var pieces = alone.new Cutter()
                .cut(part).stream().map(piece -> piece.token().text()).toList();
        return String.join("", pieces).equals(part) ? pieces.stream() : Stream.of(part);
    }

    /** The tokens in their order; offsets are those of the composed text (NFC). Takes any text. */
    public List<Token> tokens(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.isBlank()) return List.of();
        var known = lately.get(composed);
        if (known != null) return known;
        var tokens = cut(composed);
        lately.put(composed, tokens);
        return tokens;
    }

    private List<Token> cut(String text) {
        var cutter = spare.poll();
        if (cutter == null) cutter = new Cutter();
        var pieces = cutter.cut(text);
        if (spare.size() < SPARE) spare.push(cutter);
        return List.copyOf(Negations.join(pieces));
    }

    /** The tokens as they stand in the index. */
    public List<String> words(String text) {
        return tokens(text).stream().map(Token::text).toList();
    }

    /** Nori keeps what it is doing in itself, so each thread needs one of its own while it cuts. */
    private final class Cutter {
        private final KoreanTokenizer nori = new KoreanTokenizer(
                TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                dictionary,
                KoreanTokenizer.DecompoundMode.DISCARD,
                false,
                true);
        private final CharTermAttribute term = nori.getAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = nori.getAttribute(OffsetAttribute.class);
        private final PartOfSpeechAttribute speech = nori.getAttribute(PartOfSpeechAttribute.class);
        private final ReadingAttribute reading = nori.getAttribute(ReadingAttribute.class);

        List<Negations.Piece> cut(String text) {
            try (nori) {
                var pieces = new ArrayList<Negations.Piece>();
                nori.setReader(new StringReader(text));
                nori.reset();
                while (nori.incrementToken()) {
                    var tag = speech.getLeftPOS();
                    if (tag != null && SILENT.contains(tag)) continue;
                    var token = new Token(word(), offset.startOffset(), offset.endOffset());
                    if (!token.text().isEmpty()) pieces.add(new Negations.Piece(token, tag == POS.Tag.XPN));
                }
                nori.end();
                return pieces;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Hanja as they are read, everything else as it is written; no blanks, which separate words in some indexes. */
        private String word() {
            var read = reading.getReading();
            if (read == null && plain()) return shortened(term.toString());
            return shortened(BLANKS.matcher(Hangul.normal(read == null ? term.toString() : read))
                    .replaceAll(""));
        }

        /** Nobody types so much; and indexes refuse words that do not end. */
        private static String shortened(String word) {
            return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
        }

        /** Nearly all words are; nothing about them has to be made the same. */
        private boolean plain() {
            for (int i = 0; i < term.length(); i++) if (!Hangul.isSyllable(term.charAt(i))) return false;
            return true;
        }
    }
}
