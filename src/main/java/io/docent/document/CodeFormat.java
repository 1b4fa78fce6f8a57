package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Source code, configuration and data, kept as they are and named by their file. */
@Singleton
final class CodeFormat implements DocumentFormat {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "application/jsonl"),
            Map.entry("ndjson", "application/jsonl"),
            Map.entry("xml", "application/xml"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("toml", "application/toml"),
            Map.entry("sql", "application/sql"),
            Map.entry("js", "text/javascript"),
            Map.entry("mjs", "text/javascript"),
            Map.entry("css", "text/css"));

    private static final Set<String> EXTENSIONS = words("""
            ada adb ads ahk applescript as asm asp aspx astro awk bash bas bat bazel bib bzl c c++ cc cfg cjs cl clj
            cljc cljs cls cmake cmd cnf cob coffee conf config containerfile cpp cr cs csh cshtml csproj css cts cu
            cue cxx cypher d dart desktop dhall diz dockerfile dot dtd dts edn el elm env erb erl ex exs f f03 f77 f90
            f95 fish flow fs fsi fsx ftl gd gemspec gleam glsl go gql gradle graphql graphqls groovy gv h h++ hbs hcl
            hh hjson hpp hrl hs http hx hxx ini inl ino ipynb iml java jinja jinja2 j2 jl jq js json json5 jsonc jsonl
            jsonnet jsp jsx just kdl kt kts ksh less lhs liquid lisp lock lsp lua m m4 mak make mjs mk ml mli mm mod
            mts mustache ndjson nim nix njk nomad nut odin opts pas patch.txt pbxproj php phtml pl plist plsql pm po
            policy pom postcss pot pp prisma pro proguard prolog properties props proto ps1 psd1 psm1 puml pug py pyi
            pyx qml r rake rb reg rego resx rkt robot ron rs rss ru s sass sbt scala scm scss sed service sh sln smali
            sol sparql spec sql ss st star sty styl sum sv svelte swift targets tcl tex tf tfstate tfvars thrift tmpl
            toml tpl ts tsx twig typ v vala vb vbproj vbs vhd vhdl vim vue wast wat wgsl wsdl xml xsd xsl xslt yaml
            yml zig zsh""");

    private static final Set<String> NAMES = words("""
            brewfile build caddyfile cmakelists.txt codeowners containerfile dockerfile gemfile gnumakefile go.mod
            go.sum jenkinsfile justfile makefile pipfile procfile rakefile requirements.txt tiltfile vagrantfile
            workspace .babelrc .bashrc .bash_profile .clang-format .dockerignore .editorconfig .env .eslintrc
            .gitattributes .gitconfig .gitignore .gitmodules .htaccess .mailmap .npmrc .nvmrc .prettierrc .profile
            .vimrc .zshrc""");

    CodeFormat() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    @Override
    public @Nullable String mediaType(FileName name) {
        String lower = name.name().toLowerCase(Locale.ROOT);
        boolean code = EXTENSIONS.contains(name.extension())
                || NAMES.contains(lower)
                || lower.startsWith("dockerfile.")
                || lower.startsWith("makefile.");
        return code ? MEDIA_TYPES.getOrDefault(name.extension(), PlainTextFormat.MEDIA_TYPE) : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.containsValue(mediaType) || mediaType.startsWith("text/x-");
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public boolean isSimple() {
        return true;
    }

    @Override
    public String spokenName() {
        return "source code";
    }

    @Override
    public Content read(Input input) {
        Content plain = PlainTextFormat.read(TextBytes.decode(input.bytes()), input);
        return new Content(plain.text(), List.of(), List.of(), null, TitleSource.WHOLE_FILE_NAME);
    }
}
