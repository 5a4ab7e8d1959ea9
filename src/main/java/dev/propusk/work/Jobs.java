package dev.propusk.work;

import dev.propusk.data.DatabaseNews;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** All jobs of this node: found once everything is made, run while the application does. A command runs none. */
@Component
@Profile("!command")
public class Jobs implements SmartInitializingSingleton, SmartLifecycle {
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final ConfigurableListableBeanFactory beans;
    private final MeterRegistry meters;
    private final DatabaseNews news;
    private final Clock clock;
    private final Map<String, JobLoop> loops = new TreeMap<>();
    private volatile @Nullable Thread watcher;

    Jobs(ConfigurableListableBeanFactory beans, MeterRegistry meters, DatabaseNews news, Clock clock) {
        this.beans = beans;
        this.meters = meters;
        this.news = news;
        this.clock = clock;
    }

    /** By name. */
    public List<JobReport> all() {
        return loops.values().stream().map(loop -> loop.record().report()).toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String bean : beans.getBeanDefinitionNames()) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, bean);
            if (type != null && type.getName().startsWith("dev.propusk.")) {
                find(type).forEach((method, job) -> add(job, beans.getBean(bean), method));
            }
        }
        loops.values().forEach(loop -> JobMetrics.register(meters, loop));
    }

    private static Map<Method, Job> find(Class<?> type) {
        return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable Job>)
                method -> AnnotatedElementUtils.findMergedAnnotation(method, Job.class));
    }

    private void add(Job job, Object bean, Method found) {
        Method method = AopUtils.selectInvocableMethod(found, bean.getClass());
        ReflectionUtils.makeAccessible(method);
        JobLoop loop = new JobLoop(
                job.value(),
                duration(job.every()),
                duration(job.first()),
                duration(job.longest()),
                () -> ReflectionUtils.invokeMethod(method, bean),
                news,
                clock);
        if (loops.put(job.value(), loop) != null) {
            throw new IllegalStateException("Two jobs are called " + job.value());
        }
    }

    private Duration duration(String text) {
        return DurationStyle.detectAndParse(Objects.requireNonNull(beans.resolveEmbeddedValue(text)));
    }

    @Override
    public void start() {
        loops.values().forEach(JobLoop::start);
        // it ends where it finds itself not meant any more: so it begins after it was named
        Thread watching = Thread.ofPlatform().daemon().name("jobs-watch").unstarted(this::watch);
        watcher = watching;
        watching.start();
    }

    private void watch() {
        Duration pause = loops.values().stream()
                .map(JobLoop::longest)
                .filter(longest -> longest.compareTo(WATCH) < 0)
                .min(Duration::compareTo)
                .orElse(WATCH);
        try {
            while (isRunning()) {
                Thread.sleep(pause);
                loops.values().forEach(JobLoop::watch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before anything that a job needs is closed; one that does not end in time is left behind. */
    @Override
    public void stop() {
        Thread watching = watcher;
        watcher = null;
        if (watching != null) {
            watching.interrupt();
        }
        List<Thread> ending = new ArrayList<>();
        loops.values().forEach(loop -> {
            Thread thread = loop.stop();
            if (thread != null) {
                ending.add(thread);
            }
        });
        await(ending);
    }

    private static void await(List<Thread> ending) {
        long until = System.nanoTime() + TO_END.toNanos();
        try {
            for (Thread thread : ending) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
