package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Pen;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Owners;
import ir.parvaneh.chassis.stream.Parked;
import ir.parvaneh.chassis.stream.Reaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A service: one store, one topic of its own, one topic it reads, and a few processes of the same program. */
final class Service<P> {
    final Pages.Definition<P> definition;
    final Topic out;
    final ModelShelf.Data data = new ModelShelf.Data();
    final Map<String, Parked> parked = ModelParking.empty();
    final List<Node> nodes = new ArrayList<>();
    final List<Incoming> delayed = new ArrayList<>();
    private final World world;
    private final Rules rules;
    private final Reaction<P> reaction;
    private final Topic in;
    private Service<?> other;
    private String source;
    private int committed;
    private int position;

    Service(World world, Rules rules, Pages.Definition<P> definition, Reaction<P> reaction, Topic out, Topic in) {
        this.world = world;
        this.rules = rules;
        this.definition = definition;
        this.reaction = reaction;
        this.out = out;
        this.in = in;
    }

    void follow(Service<?> followed, int processes) {
        other = followed;
        source = followed.definition.source();
        for (int i = 0; i < processes; i++) {
            nodes.add(new Node(definition.collection() + i));
        }
    }

    private Pages<P> door() {
        var shelf = new ModelShelf(world, new World.Process("door"), data);
        return new Pages<>(
                definition, shelf, (topic, event) -> Mono.empty(), new Pen(world::id, world, world), rules, 1);
    }

    Node anyNode() {
        return world.pick(nodes);
    }

    /** Kills a process; another one starts in its place at once. */
    void crash() {
        Node node = anyNode();
        node.process.dead = true;
        nodes.set(nodes.indexOf(node), new Node(node.process.name + "'"));
        position = committed;
    }

    boolean readAll() {
        return committed >= in.records.size();
    }

    /** A process takes the next records; the world may lose, repeat, swap or keep back some of them. */
    void poll() {
        int from = position;
        int to = Math.min(in.records.size(), from + 1 + world.random.nextInt(6));
        List<Incoming> batch = new ArrayList<>();
        in.records.subList(from, to).forEach(event -> batch.add(Incoming.of(event)));
        disturb(batch);
        position = to;
        if (!batch.isEmpty() || to > from) {
            read(batch, from, to);
        }
        if (world.faulty && world.chance(0.1)) {
            read(batch, from, to);
        }
        if (world.faulty && world.chance(0.03)) {
            position = world.random.nextInt(position + 1);
        }
    }

    private void disturb(List<Incoming> batch) {
        if (!world.faulty) {
            return;
        }
        batch.removeIf(event -> world.chance(0.03));
        if (world.chance(0.1) && !batch.isEmpty()) {
            delayed.add(batch.removeLast());
        }
        if (world.chance(0.2) && !delayed.isEmpty()) {
            batch.add(delayed.removeFirst());
        }
        if (world.chance(0.1)) {
            java.util.Collections.shuffle(batch, world.random);
        }
    }

    private void read(List<Incoming> batch, int from, int to) {
        anyNode()
                .inbox
                .accept(batch)
                .subscribe(
                        x -> {},
                        failure -> position = Math.min(position, from),
                        () -> committed = Math.max(committed, to));
    }

    /** A process of the service, from start to crash. */
    final class Node {
        final World.Process process;
        final Pages<P> pages;
        final Inbox<P> inbox;
        boolean cutOff;
        private final Set<String> running = new HashSet<>();

        Node(String name) {
            process = new World.Process(name);
            Pen pen = new Pen(world::id, world, world);
            var shelf = new ModelShelf(world, process, data);
            pages = new Pages<>(definition, shelf, (topic, event) -> send(event), pen, rules, 3);
            var parking = new ModelParking(world, process, parked);
            inbox = new Inbox<>(
                    definition.collection(), pages, Set.of(source), reaction, parking, new Asked(), world, rules);
        }

        private Mono<Void> send(Event event) {
            return world.call(process, () -> {
                if (cutOff || world.faulty && world.chance(0.02)) {
                    throw new World.Unknown();
                }
                if (world.faulty && world.chance(0.02)) {
                    world.later(() -> out.append(event));
                    throw new World.Unknown();
                }
                out.append(event);
                return null;
            });
        }

        void flush() {
            once("flush", pages::flush);
        }

        void sweep() {
            once("sweep", pages::sweep);
        }

        void sweepInbox() {
            once("inbox", inbox::sweep);
        }

        void checkHeads() {
            once("heads", inbox::checkHeads);
        }

        private void once(String what, Supplier<Mono<Void>> work) {
            if (running.add(what)) {
                work.get().subscribe(x -> {}, failure -> running.remove(what), () -> running.remove(what));
            }
        }
    }

    /** The other service, asked over HTTP: any of its processes answers. */
    private final class Asked implements Owners {
        private final Pages<?> door = other.door();

        @Override
        public Mono<List<Head>> heads(String asked, String after, int limit) {
            return door.heads(after, limit).collectList();
        }

        @Override
        public Mono<List<Incoming>> events(String asked, String aggregate, long from, int limit) {
            return door.events(aggregate, from, limit).map(Incoming::of).collectList();
        }
    }
}
