package ir.parvaneh.application.search;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class SearchParts {

    @Bean
    FileLists fileLists(Pages<ApplicationFile> files, Store store) {
        return new FileLists(files, store.rows(FilePages.PARTIES, List.of(Index.on("personId"))));
    }
}
