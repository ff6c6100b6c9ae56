package kr.madang.accounts.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Actors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Looks up who is at the desk once per request, from the rows of this moment: rights given a second ago count, an account barred a second
 * ago is nobody.
 */
@Component
class CurrentActors implements Actors {
    private static final String KEY = CurrentActors.class.getName();

    private final Accounts accounts;
    private final Grants grants;
    private final SessionSettings settings;
    private final Clock clock;

    CurrentActors(Accounts accounts, Grants grants, SessionSettings settings, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> current() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof DeskAuthentication desk))
            return Optional.empty();
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return load(desk);
        if (request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor
                && actor.id().equals(desk.account().value())) return Optional.of(actor);
        var found = load(desk);
        found.ifPresent(a -> request.setAttribute(KEY, a, RequestAttributes.SCOPE_REQUEST));
        return found;
    }

    private Optional<Actor> load(DeskAuthentication desk) {
        if (clock.instant().isAfter(desk.since().plus(settings.life()))) return Optional.empty();
        return accounts.find(desk.account()).filter(Account::mayEnter).map(this::actor);
    }

    private Actor actor(Account account) {
        return new Actor(
                account.id().value(),
                account.login(),
                account.name(),
                account.team(),
                Map.copyOf(grants.current(account.id())));
    }
}
