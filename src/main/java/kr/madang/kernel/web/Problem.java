package kr.madang.kernel.web;

import java.util.List;

/**
 * Why a request was not answered, in the reader's words.
 *
 * @param code message key and type of the problem document
 * @param title the kind of trouble in a few words
 * @param text what happened and what to do
 * @param incident number under which the log knows the failure; empty unless it is our fault
 * @param typed what had been typed, handed back so that nothing is lost
 */
public record Problem(int status, String code, String title, String text, String incident, List<Option> typed) {
    public boolean isSession() {
        return code.startsWith("kernel.session");
    }
}
