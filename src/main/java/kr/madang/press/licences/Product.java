package kr.madang.press.licences;

import java.util.Map;
import java.util.UUID;

/** A licence as rights agencies sell it (이용허락 상품): what it allows, the narrowest first. */
public record Product(UUID id, String name, int position, String note, Map<Use, Term> terms, boolean retired) {
    public Product {
        terms = Map.copyOf(terms);
    }
}
