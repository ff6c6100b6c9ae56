package kr.madang.kernel.trail;

import java.nio.file.Path;
import java.time.Clock;
import kr.madang.kernel.crypto.Signer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the trail together. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {
    @Bean
    Links links(Signer signer, JsonMapper json) {
        return new Links(signer, json);
    }

    @Bean
    Anchors anchors(@Value("${madang.data:data}") Path data, Signer signer, Clock clock) {
        return new Anchors(data.resolve("trail"), signer, clock);
    }

    @Bean
    Sealer sealer(TrailStore store, Links links, Anchors anchors, PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Sealer(store, links, anchors, own);
    }

    @Bean
    Verifier verifier(
            TrailStore store,
            Links links,
            Anchors anchors,
            Sealer sealer,
            PlatformTransactionManager transactions,
            Clock clock) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new Verifier(store, links, anchors, sealer, snapshot, clock);
    }
}
