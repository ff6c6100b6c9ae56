package kr.madang.kernel.access;

import java.util.Optional;

/** Answers who is at the desk in this request; the accounts room supplies it. */
public interface Actors {
    Optional<Actor> current();
}
