package kr.madang.accounts;

import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;

/** The rules of who may change whose account and rights (권한 부여 규칙). */
final class Authority {
    static final String ALL = "*";

    private Authority() {}

    static boolean isAdministrator(Map<String, Level> grants) {
        return grants.get(ALL) == Level.MANAGE;
    }

    /** Nobody touches an account that reaches further than they do: whoever resets a password could then sign in with it. */
    static void mayChange(Actor by, Account.Id target, Map<String, Level> grants) {
        mayManage(by);
        if (by.id().equals(target.value())) throw refused("accounts.authority.self");
        if (!grants.entrySet().stream().allMatch(g -> by.may(g.getKey(), g.getValue())))
            throw refused("accounts.authority.beyond");
    }

    /** @param level what the target shall hold in the room; empty takes the right away */
    static void mayGrant(Actor by, Account.Id target, Map<String, Level> grants, String room, Optional<Level> level) {
        mayChange(by, target, grants);
        if (level.isPresent() && !by.may(room, level.get())) throw refused("accounts.authority.beyond");
    }

    static void mayManage(Actor by) {
        if (!by.may("accounts", Level.MANAGE)) throw refused("kernel.access.forbidden");
    }

    private static Refused refused(String code) {
        return new Refused(Refused.Reason.FORBIDDEN, code);
    }
}
