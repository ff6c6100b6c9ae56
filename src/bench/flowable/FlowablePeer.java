import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable with three user tasks in a row, started and completed: for each line of numbers of writers and seconds the instances a second. */
public final class FlowablePeer {
    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="bench">
              <process id="paper" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="first"/>
                <userTask id="first" flowable:assignee="leader"/>
                <sequenceFlow id="b" sourceRef="first" targetRef="second"/>
                <userTask id="second" flowable:assignee="chief"/>
                <sequenceFlow id="c" sourceRef="second" targetRef="third"/>
                <userTask id="third" flowable:assignee="director"/>
                <sequenceFlow id="d" sourceRef="third" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    /** url, user, password, schema. */
    public static void main(String[] args) throws Exception {
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setJdbcUrl(args[0] + "?currentSchema=" + args[3])
                .setJdbcUsername(args[1])
                .setJdbcPassword(args[2])
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcMaxActiveConnections(64)
                .setDatabaseSchemaUpdate("true")
                .setDatabaseSchema(args[3])
                .setAsyncExecutorActivate(false);
        var engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("paper.bpmn20.xml", PROCESS)
                .deploy();
        System.out.println("READY");
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = asked.readLine(); line != null; line = asked.readLine()) {
            var parts = line.split(" ");
            System.out.println("RATE " + run(engine, Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }
        engine.close();
        System.exit(0);
    }

    private static double run(ProcessEngine engine, int writers, int seconds) throws Exception {
        var done = new LongAdder();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++)
                pool.submit(() -> {
                    try {
                        while (System.nanoTime() < end) {
                            one(engine);
                            done.increment();
                        }
                    } catch (RuntimeException e) {
                        e.printStackTrace();
                        System.exit(1);
                    }
                });
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private static void one(ProcessEngine engine) {
        var id = engine.getRuntimeService().startProcessInstanceByKey("paper").getId();
        for (int i = 0; i < 3; i++) {
            var task = engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
            engine.getTaskService().complete(task.getId());
        }
    }
}
