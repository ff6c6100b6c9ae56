package kr.madang.kernel.search.index;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Tokens that were cut already, as Lucene wants to be handed them. */
final class Words extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words;
    private Iterator<String> left;

    Words(List<String> words) {
        this.words = words;
        left = words.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) return false;
        clearAttributes();
        term.append(left.next());
        return true;
    }

    @Override
    public void reset() {
        left = words.iterator();
    }
}
