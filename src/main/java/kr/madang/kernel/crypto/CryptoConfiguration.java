package kr.madang.kernel.crypto;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kr.madang.kernel.trail.Trail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts field encryption together. Keys come from {@code MADANG_KEYS} (entries), else {@code MADANG_KEY_FILE} (a file that must exist),
 * else {@code keys/master.keys} under the data folder, made on the first start.
 */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
    @Bean
    CipherProvider aes() {
        return new AesGcm();
    }

    @Bean
    DataKeyStore dataKeyStore(JdbcClient db) {
        return new DataKeyStore(db);
    }

    @Bean
    MasterKeys masterKeys(
            @Value("${madang.keys:}") String entries,
            @Value("${madang.key.file:}") String file,
            @Value("${madang.data:data}") Path data,
            DataKeyStore store)
            throws java.io.IOException {
        if (!entries.isBlank()) return MasterKeys.parse(entries);
        if (!file.isBlank()) return KeyFile.read(Path.of(file));
        return KeyFile.readOrMake(
                data.resolve("keys/master.keys"), !store.list().isEmpty());
    }

    @Bean
    StoredKeys storedKeys(
            DataKeyStore store,
            MasterKeys masters,
            List<CipherProvider> providers,
            @Value("${madang.cipher:AES-256-GCM}") String suite,
            TransactionOperations transaction,
            Clock clock) {
        return new StoredKeys(store, masters, providers, suite, transaction, clock);
    }

    @Bean
    FieldCipher fieldCipher(StoredKeys keys) {
        return new FieldCipher(keys);
    }

    @Bean
    BlindIndex blindIndex(StoredKeys keys) {
        return new BlindIndex(keys);
    }

    @Bean
    Signer signer(StoredKeys keys) {
        return new Signer(keys);
    }

    @Bean
    Keys keys(
            StoredKeys keys,
            FieldCipher cipher,
            List<Resealable> columns,
            Trail trail,
            PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Keys(keys, cipher, columns, trail, own);
    }
}
