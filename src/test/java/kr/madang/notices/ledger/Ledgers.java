package kr.madang.notices.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import kr.madang.kernel.sql.Sql;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Ledgers outside of the house, for programs that tests and benches kill. */
public final class Ledgers {
    private Ledgers() {}

    /** One whose methods are transactions, as in the house. */
    public static Ledger on(DataSource source, Clock clock) {
        var db = Sql.client(source);
        var factory = new ProxyFactory(new Ledger(new RunStore(db), new OutcomeStore(db), clock));
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                (TransactionManager) new DataSourceTransactionManager(source),
                new AnnotationTransactionAttributeSource()));
        return (Ledger) factory.getProxy();
    }
}
