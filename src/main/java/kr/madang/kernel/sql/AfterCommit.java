package kr.madang.kernel.sql;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done once the running transaction is kept (확정 뒤 할 일); nothing when it is rolled back. */
public final class AfterCommit {
    private AfterCommit() {}

    /** @throws IllegalStateException outside of a transaction */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
