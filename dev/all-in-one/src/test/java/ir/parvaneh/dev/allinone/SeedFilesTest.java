package ir.parvaneh.dev.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeedFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_city_starts_with_its_offices_their_staff_and_engineers_of_four_disciplines() throws IOException {
        SeedFiles.write(folder);
        JsonNode offices = read("offices.json");
        assertThat(offices).hasSize(110).allSatisfy(office -> assertThat(office.path("people"))
                .hasSize(7));
        assertThat(offices)
                .extracting(office -> office.path("districtNo").intValue())
                .contains(1, 22);
        assertThat(read("engineers.json"))
                .hasSize(200)
                .extracting(engineer -> engineer.path("discipline").stringValue())
                .startsWith("civil", "architecture", "electrical", "mechanical", "civil");
    }

    private JsonNode read(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(name)));
    }
}
