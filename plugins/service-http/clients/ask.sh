service=${1:-http://127.0.0.1:8003}

# The explanation of a case, in Chinese.
curl --silent "$service/measures/hardship" \
  --header 'Content-Type: application/json' \
  --header 'Accept: text/plain' \
  --header 'Accept-Language: zh-CN' \
  --data '{
    "on": "2003-07-01",
    "region": "620500",
    "facts": {
      "sex": "female", "born_on": "1963-03-01", "group": "laid_off_soe",
      "able": true, "willing": true, "employed": false, "retired": false, "internally_retired": false
    }
  }'
echo

# A faulty question: the status, and a problem that names every fault.
curl --silent "$service/measures/hardship" \
  --header 'Content-Type: application/json' \
  --header 'Accept-Language: zh-CN' \
  --write-out '\n%{http_code}\n' \
  --data '{"on": "2003-07-01", "facts": {"sex": "woman", "age": 40}}'
