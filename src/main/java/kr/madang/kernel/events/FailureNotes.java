package kr.madang.kernel.events;

import java.time.Clock;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notes why a listener refused an event; the outbox itself keeps only that it did. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class FailureNotes {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Around refusedEvents(
            ObjectProvider<EventStore> store, ObjectProvider<EventSerializer> serializer, ObjectProvider<Clock> clock) {
        return new Around(store, serializer, clock);
    }

    /** Stands outside the listener's transaction, so that the note survives its rollback. */
    static final class Around extends AbstractPointcutAdvisor implements MethodInterceptor {
        private static final long serialVersionUID = 1L;
        private final transient ObjectProvider<EventStore> store;
        private final transient ObjectProvider<EventSerializer> serializer;
        private final transient ObjectProvider<Clock> clock;

        Around(
                ObjectProvider<EventStore> store,
                ObjectProvider<EventSerializer> serializer,
                ObjectProvider<Clock> clock) {
            this.store = store;
            this.serializer = serializer;
            this.clock = clock;
            setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        }

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            try {
                return call.proceed();
            } catch (Throwable e) {
                note(call, e);
                throw e;
            }
        }

        private void note(MethodInvocation call, Throwable error) {
            var method = call.getMethod();
            var listener = AnnotatedElementUtils.getMergedAnnotation(method, TransactionalEventListener.class);
            if (listener == null || listener.phase() != TransactionPhase.AFTER_COMMIT) return;
            if (call.getArguments().length != 1) return;
            var id = listener.id().isEmpty() ? listenerId(call) : listener.id();
            var event = serializer.getObject().serialize(call.getArguments()[0]).toString();
            store.getObject().failed(id, event, clock.getObject().instant(), Mask.error(error));
        }

        /** As Spring names listeners: class, method and parameter types. */
        private static String listenerId(MethodInvocation call) {
            var method = call.getMethod();
            return method.getDeclaringClass().getName() + "." + method.getName() + "("
                    + method.getParameterTypes()[0].getName() + ")";
        }

        @Override
        public Pointcut getPointcut() {
            return new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true);
        }

        @Override
        public MethodInterceptor getAdvice() {
            return this;
        }
    }
}
