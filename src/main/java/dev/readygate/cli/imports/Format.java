package dev.readygate.cli.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What files can be read, and into which data. */
public enum Format {
    JUnit(JUnitXmlReader::data),
    JaCoCo(JaCoCoXml::data),
    Cobertura(CoberturaXml::data),
    Lcov(LcovFile::data),
    Sarif(SarifLog::data),
    K6(K6Summary::data),
    JMeter(JMeterStatistics::data);

    private final Function<List<ImportFile>, Map<String, Object>> reading;

    Format(Function<List<ImportFile>, Map<String, Object>> reading) {
        this.reading = reading;
    }

    /** @throws WrongFile if one of them is of another format, or not complete */
    public Map<String, Object> data(List<ImportFile> files) {
        return reading.apply(files);
    }
}
