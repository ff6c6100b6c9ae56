package kr.madang.accounts;

import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Actors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Looks up who is at the desk once per request, from the rows of this moment. */
@Component
class CurrentActors implements Actors {
    private static final String KEY = CurrentActors.class.getName();

    private final AccountStore accounts;
    private final GrantStore grants;

    CurrentActors(AccountStore accounts, GrantStore grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    @Override
    public Optional<Actor> current() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof DeskAuthentication desk))
            return Optional.empty();
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return load(desk.account());
        if (request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor
                && actor.id().equals(desk.account().value())) return Optional.of(actor);
        var found = load(desk.account());
        found.ifPresent(a -> request.setAttribute(KEY, a, RequestAttributes.SCOPE_REQUEST));
        return found;
    }

    Optional<Actor> load(Account.Id id) {
        return accounts.find(id).filter(Account::mayEnter).map(this::actor);
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
