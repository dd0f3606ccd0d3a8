package ir.parvaneh.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RootsTest extends OverThings {

    @Test
    void a_chain_is_intact_while_it_waits_and_when_it_is_history() {
        tell(things, "a", 3);
        assertThat(faults("a")).isEmpty();
        flush();
        tell(things, "a", 2);
        assertThat(faults("a")).isEmpty();
        flush();
        assertThat(chains.of("a").blockFirst().links()).hasSize(5);
        assertThat(faults("a")).isEmpty();
    }

    @Test
    void every_field_of_a_stored_entry_is_sealed() {
        tell(things, "a", 3);
        flush();
        for (String field : List.of("source", "aggregate", "id", "type", "at", "data", "hash", "key.k", "key.digest")) {
            var history = database.getCollection("history");
            Document stored =
                    Mono.from(history.find(eq("_id", "/things|a:0000000002"))).block();
            Mono.from(history.updateOne(eq("_id", stored.get("_id")), Updates.set(field, "other")))
                    .block();
            assertThat(faults("a")).as(field).isNotEmpty().allMatch(fault -> fault.number() == 2);
            Mono.from(history.replaceOne(eq("_id", stored.get("_id")), stored)).block();
            assertThat(faults("a")).isEmpty();
        }
    }

    @Test
    void a_sweep_meets_every_chain_once() {
        for (String id : List.of("a", "b", "c")) {
            tell(things, id, 1);
            tell(others, id, 2);
        }
        List<String> met = new java.util.ArrayList<>();
        String source = "";
        String after = "";
        for (List<Chain> part = part(source, after); !part.isEmpty(); part = part(source, after)) {
            part.forEach(chain -> met.add(chain.source() + chain.aggregate()));
            source = part.getLast().source();
            after = part.getLast().aggregate();
        }
        assertThat(met).containsExactly("/othersa", "/othersb", "/othersc", "/thingsa", "/thingsb", "/thingsc");
    }

    private List<Chain> part(String source, String after) {
        return chains.after(source, after, 2).collectList().block();
    }

    @Test
    void roots_are_signed_and_name_the_one_before() throws Exception {
        tell(things, "a", 2);
        Root first = making().make().block();
        tell(things, "b", 1);
        Root second = making().make().block();
        assertThat(first.size()).isEqualTo(1);
        assertThat(second.size()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.digest());
        var keys = JWKSet.parse(SigningKeys.in(folder, "things", false).published());
        assertThat(keys.getKeys().getFirst().isPrivate()).isFalse();
        JWSObject statement = JWSObject.parse(second.statement());
        assertThat(statement.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey())))
                .isTrue();
        assertThat(statement.getPayload().toJSONObject())
                .containsEntry("root", second.root())
                .containsEntry("service", "things")
                .containsEntry("day", "2026-03-01");
    }

    @Test
    void a_day_has_one_root_and_the_next_day_another() {
        RootMaking making = making();
        assertThat(making.daily().block().number()).isEqualTo(1);
        assertThat(making.daily().block()).isNull();
        clock.set(Duration.ofHours(12)); // past midnight in Tehran, 20:00 in UTC
        assertThat(making.daily().block()).isNull();
        clock.set(Duration.ofHours(13));
        assertThat(making.daily().block().day()).isEqualTo("2026-03-02");
        assertThat(making.daily().block()).isNull();
    }

    @Test
    void replicas_that_make_the_same_root_agree_on_one() {
        tell(things, "a", 1);
        List<Root> made = Flux.merge(making().make(), making().make(), making().make())
                .collectList()
                .block();
        assertThat(made).extracting(Root::number).contains(1L);
        roots.after(0, 100).toIterable().forEach(root -> {
            List<Leaf> below = making().leavesOf(root).block();
            assertThat(Hashes.text(new MerkleTree(below.stream().map(Leaf::hash).toList()).root()))
                    .isEqualTo(root.root());
        });
    }

    @Test
    void an_old_root_still_proves_how_a_chain_stood() {
        tell(things, "a", 2);
        tell(things, "b", 1);
        Root first = making().make().block();
        tell(things, "a", 3);
        making().make().block();
        Proof proof = making().proofs(first, "a").blockFirst();
        assertThat(proof.leaf().number()).isEqualTo(2);
        assertThat(proof.leaf().head())
                .isEqualTo(chains.of("a").blockFirst().links().get(1).hash());
        assertThat(making().proofs(first, "nobody").collectList().block()).isEmpty();
    }

    @Test
    void all_leaves_of_all_roots_are_told_once_in_order() {
        tell(things, "a", 1);
        tell(things, "b", 1);
        tell(others, "c", 1);
        making().make().block();
        tell(things, "a", 2);
        making().make().block();
        List<String> told = new java.util.ArrayList<>();
        for (Leaves.Noted at = noted("", "", 0); at != null; at = noted(at.source(), at.aggregate(), at.root())) {
            told.add(at.root() + at.source() + at.aggregate() + at.number());
        }
        assertThat(told).containsExactly("1/othersc1", "1/thingsa1", "2/thingsa3", "1/thingsb1");
    }

    private Leaves.Noted noted(String source, String aggregate, long root) {
        return making().notedAfter(source, aggregate, root).blockFirst();
    }

    @Test
    void a_key_that_is_missing_is_not_made_where_it_must_not_be() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> SigningKeys.in(folder.resolve("empty"), "things", false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit-things.json");
    }
}
