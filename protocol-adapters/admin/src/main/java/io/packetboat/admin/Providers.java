package io.packetboat.admin;

import io.packetboat.admin.json.JsonRecordReader;
import io.packetboat.admin.json.JsonRecordWriter;
import io.packetboat.admin.login.LoginFilter;
import io.packetboat.admin.problem.DefectMapper;
import io.packetboat.admin.problem.FailureMapper;
import io.packetboat.admin.problem.FrameworkMapper;
import java.util.List;

/** What stands before and behind the resources of each application. */
final class Providers {
    static final List<Class<?>> ALL = List.of(
            LoginFilter.class,
            JsonRecordReader.class,
            JsonRecordWriter.class,
            FailureMapper.class,
            FrameworkMapper.class,
            DefectMapper.class);

    private Providers() {}
}
