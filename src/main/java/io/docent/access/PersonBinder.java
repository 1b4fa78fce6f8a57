package io.docent.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Hands the sender of a request to a controller that asks for a {@link Person}. */
@Singleton
final class PersonBinder implements TypedRequestArgumentBinder<Person> {

    @Override
    public Argument<Person> argumentType() {
        return Argument.of(Person.class);
    }

    @Override
    public BindingResult<Person> bind(ArgumentConversionContext<Person> context, HttpRequest<?> source) {
        return () -> source.getAttribute(AccessFilter.PERSON, Person.class);
    }
}
