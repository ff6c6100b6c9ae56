package kr.madang.press.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.press.outlets.Outlet;

/** Whose web server a host is (매체 찾기). */
final class Hosts {
    private final Map<String, UUID> outlets = new HashMap<>();

    Hosts(List<Outlet> all) {
        for (var outlet : all)
            for (var host : outlet.hosts())
                outlets.put(Address.of("https://" + host).map(Address::host).orElse(host), outlet.id());
    }

    /** The outlet of the host, or of the name it is a part of. */
    Optional<UUID> of(String host) {
        for (var name = host; name.indexOf('.') > 0; name = name.substring(name.indexOf('.') + 1)) {
            var found = outlets.get(name);
            if (found != null) return Optional.of(found);
        }
        return Optional.empty();
    }
}
